using System.Text;

namespace Grader.Build.Roslyn;

/// <summary>
/// The SDK's executable host with the name of the program and the place of .NET written into it, as the SDK's HostWriter does.
/// With the place in it a worker finds its runtime also when it is started with an empty environment.
/// The compiler process writes it, because it starts no processes: a file that somebody else's fork still holds open for writing cannot be executed.
/// </summary>
/// <remarks>https://github.com/dotnet/runtime/tree/main/src/installer/managed/Microsoft.NET.HostModel/AppHost</remarks>
internal sealed class AppHost
{
    private const string ProgramPlaceholder = "c3ab8ff13720e8ad9047dd39466b3c8974e592c2fa383d4a3960714caef0c4f2";
    private const string SearchPlaceholder = "\0\019ff3e9c3602ae8e841925bb461a0adb064a1f1903667a5e0d87e8f608f425ac";
    private const int SearchSpace = 512;
    private const byte SearchHereFirst = 0x02;
    private const byte ThenInTheEnvironment = 0x04;
    private const byte ThenInTheUsualPlaces = 0x08;

    private readonly byte[] image;

    private AppHost(byte[] image) => this.image = image;

    /// <exception cref="IOException">The SDK holds no host, or one of an unknown make.</exception>
    public static AppHost Load()
    {
        var template = DotnetInstallation.AppHostTemplate;
        var image = File.ReadAllBytes(template);
        var program = Find(image, ProgramPlaceholder) ?? throw new IOException($"{template} has no place for the name of a program.");
        Overwrite(image, program, ProgramPlaceholder.Length, Encoding.UTF8.GetBytes(ProgramFolder.AssemblyFile));

        // Without this the host looks into DOTNET_ROOT and the usual places, which is only less certain.
        var root = Encoding.UTF8.GetBytes(DotnetInstallation.Root);
        if (Find(image, SearchPlaceholder) is { } search && root.Length + 3 <= SearchSpace)
        {
            Overwrite(image, search, SearchPlaceholder.Length, [SearchHereFirst | ThenInTheEnvironment | ThenInTheUsualPlaces, 0, .. root, 0]);
        }

        return new AppHost(image);
    }

    /// <summary>Writes the host, executable.</summary>
    public void Write(string path)
    {
        File.WriteAllBytes(path, image);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, (UnixFileMode)0b111_101_101);
        }
    }

    private static int? Find(byte[] image, string placeholder)
    {
        var at = image.AsSpan().IndexOf(Encoding.ASCII.GetBytes(placeholder));
        return at < 0 ? null : at;
    }

    private static void Overwrite(byte[] image, int at, int placeholder, byte[] value)
    {
        image.AsSpan(at, placeholder).Clear();
        value.CopyTo(image, at);
    }
}
