using System.Text;

namespace Grader.Write;

/// <summary>
/// Compares text with a <c>*.verified.txt</c>; a difference is left as <c>*.received.txt</c> beside it. The conventions of Verify, so that its tools work.
/// </summary>
/// <param name="Verified">Absolute path of the file that holds what is right.</param>
public sealed record Snapshot(string Verified)
{
    private const string Suffix = ".verified.txt";

    /// <summary>What was found, where it differs.</summary>
    public string Received => Verified[..^Suffix.Length] + ".received.txt";

    /// <summary>True when the text is what is right; line ends and blank lines at the end do not count. With <paramref name="accept"/> it becomes what is right.</summary>
    public bool Holds(string text, bool accept)
    {
        var found = Plain(text);
        var same = File.Exists(Verified) && Plain(File.ReadAllText(Verified)) == found;
        if (same || accept)
        {
            File.Delete(Received);
            if (!same)
            {
                Write(Verified, found);
            }

            return true;
        }

        Write(Received, found);
        return false;
    }

    /// <summary>The lines that differ, <c>-</c> for what is right and <c>+</c> for what was found.</summary>
    public string Difference() => TextDifference.Between(
        File.Exists(Verified) ? Plain(File.ReadAllText(Verified)) : "",
        File.Exists(Received) ? Plain(File.ReadAllText(Received)) : "");

    private static string Plain(string text) => text.ReplaceLineEndings("\n").TrimEnd();

    /// <summary>With the mark at the beginning that Verify writes, and without a line end at the end.</summary>
    private static void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
    }
}
