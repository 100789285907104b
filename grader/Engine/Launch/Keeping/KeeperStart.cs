using System.Diagnostics;
using System.Net.Sockets;
using System.Text.Json;
using Grader.Build;
using Grader.Launch.Linux;

namespace Grader.Launch.Keeping;

/// <summary>A keeper process that has been started, in namespaces where it was to be and could be.</summary>
internal sealed class KeeperStart : IDisposable
{
    private readonly Socket files;

    private KeeperStart(Process process, Socket files, Protection protection)
    {
        Process = process;
        this.files = files;
        Protection = protection;

        // The tool that makes namespaces waits for the keeper, its only child.
        Pid = protection.Namespaces ? Descendants.ChildrenOf(process.Id).Single() : process.Id;
    }

    public Process Process { get; }

    public int Pid { get; }

    public Protection Protection { get; }

    public int Socket => (int)files.Handle;

    /// <exception cref="NoSandboxException">Namespaces were asked for and cannot be had.</exception>
    public static KeeperStart Begin(string folder, string sharedMemory, Isolation isolation)
    {
        var order = new KeeperOrder(
            folder, sharedMemory, Path.Combine(folder, "k"), isolation.Sandbox != Sandbox.Plain, isolation.AllowNetwork, [.. isolation.Hidden], DotnetInstallation.Root);
        using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(order.Socket));
        listener.Listen(1);

        var whyNot = "";
        if (order.Namespaces)
        {
            if (TryBegin(order, listener, ref whyNot) is { } inNamespaces)
            {
                return inNamespaces;
            }

            if (isolation.Sandbox == Sandbox.Namespaces)
            {
                throw new NoSandboxException(whyNot);
            }
        }

        var why = whyNot;
        return TryBegin(order with { Namespaces = false }, listener, ref why) is { } plain
            ? new KeeperStart(plain.Process, plain.files, plain.Protection with { WhyNot = whyNot })
            : throw new IOException($"The keeper could not be started: {why}");
    }

    public void Say(SpawnRequest request)
    {
        Process.StandardInput.WriteLine(JsonSerializer.Serialize(request));
        Process.StandardInput.Flush();
    }

    /// <summary>Tells the keeper to end, and waits until it has.</summary>
    public void End()
    {
        Process.StandardInput.Close();
        Process.WaitForExit();
    }

    public void Dispose()
    {
        files.Dispose();
        Process.Dispose();
    }

    private static KeeperStart? TryBegin(KeeperOrder order, Socket listener, ref string whyNot)
    {
        string[] keeper = [DotnetInstallation.Host, "exec", typeof(Keeper).Assembly.Location, "keeper", JsonSerializer.Serialize(order)];
        string[] words = order.Namespaces ? [.. Namespaces.Starter, .. keeper] : keeper;
        var start = new ProcessStartInfo(words[0], words[1..]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = "/" };
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        start.Environment["DOTNET_TieredPGO"] = "0";
        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            whyNot = $"{words[0]}: {missing.Message}";
            return null;
        }

        var complaint = "";
        process.ErrorDataReceived += (_, line) => complaint = complaint.Length == 0 ? line.Data ?? "" : complaint;
        process.BeginErrorReadLine();
        if (process.StandardOutput.ReadLine() is { } line && JsonSerializer.Deserialize<Protection>(line)! is var protection)
        {
            if (protection.WhyNot.Length == 0)
            {
                return new KeeperStart(process, listener.Accept(), protection);
            }

            complaint = protection.WhyNot;
        }

        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
        whyNot = complaint;
        return null;
    }
}
