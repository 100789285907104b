using Grader.Write;
using Xunit;

namespace Katas.Tests.Spec;

/// <summary>
/// Holds text against <c>*.verified.txt</c>. <c>SNAPSHOTS=accept</c> records anew what differs; look at the differences before you commit them.
/// Built with <c>-p:SnapshotEngine=Verify</c> it is the real Verify that compares, with the same files.
/// </summary>
public static class SnapshotCheck
{
    /// <summary>What differs is recorded anew.</summary>
    public static readonly bool Accept =
        string.Equals(Environment.GetEnvironmentVariable("SNAPSHOTS"), "accept", StringComparison.OrdinalIgnoreCase);

    /// <param name="folder">Relative to the repository's root.</param>
    /// <param name="name">The file's name without <c>.verified.txt</c>.</param>
    /// <param name="text">What was found.</param>
    public static async Task Matches(string folder, string name, string text)
    {
#if SNAPSHOT_ENGINE_VERIFY
        var settings = new VerifyTests.VerifySettings();
        settings.UseDirectory(Repository.Below(folder));
        settings.UseFileName(name);
        if (Accept)
        {
            settings.AutoVerify();
        }

        await VerifyXunit.Verifier.Verify(text, settings);
#else
        var snapshot = new Snapshot(Path.Combine(Repository.Below(folder), name + ".verified.txt"));
        if (!snapshot.Holds(text, Accept))
        {
            // Opens the diff tool of a developer's machine; does nothing in CI or where there is none.
            await DiffEngine.DiffRunner.LaunchAsync(snapshot.Received, snapshot.Verified);
            Assert.Fail(
                $"{Repository.Shorten(snapshot.Verified)} differs (- right, + found):\n{snapshot.Difference()}\n"
                + "Is the new text right? SNAPSHOTS=accept dotnet test records it.");
        }
#endif
    }
}
