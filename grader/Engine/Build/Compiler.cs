using System.Collections.Immutable;

namespace Grader.Build;

/// <summary>
/// Turns submissions into programs. Roslyn runs in a process of its own that is kept warm: hostile source can take it down or keep it busy,
/// and then only that process is lost. Thread-safe; one submission is compiled at a time.
/// </summary>
public sealed class Compiler : IDisposable
{
    // From here on a learner is given the request/answer channel.
    private const int FirstKataWithToolkit = 14;

    private readonly Lock gate = new();
    private readonly string? toolkitFolder;
    private volatile CompilerProcess? process;
    private volatile bool disposed;

    /// <param name="toolkitFolder">The sources of <c>Katas.Toolkit</c>; null or missing: no kata gets it.</param>
    public Compiler(string? toolkitFolder = null)
    {
        this.toolkitFolder = toolkitFolder is null ? null : Path.GetFullPath(toolkitFolder);
    }

    /// <summary>Starts the compiler process now, beside other work, and ends when it is warm. Never fails: what goes wrong is said by the next <see cref="Build"/>.</summary>
    public Task WarmUpAsync() => Task.Factory.StartNew(
        () =>
        {
            try
            {
                lock (gate)
                {
                    WarmProcess();
                }
            }
            catch (CompilerTroubleException)
            {
                // Build starts it again and reports what went wrong then.
            }
            catch (ObjectDisposedException)
            {
                // Nobody wants it any more.
            }
        },
        CancellationToken.None,
        TaskCreationOptions.LongRunning,
        TaskScheduler.Default);

    /// <summary>Compiles a submission into a program that can be started. The submission is only read.</summary>
    /// <param name="submission">Its folder need not exist.</param>
    /// <param name="stub">What the learner began with; null: nothing counts as not-started except a missing folder.</param>
    /// <param name="outputFolder">A private folder; it is made when it is missing, and belongs to the caller, who deletes it.</param>
    /// <param name="socketPath">The grader's socket, which the probe in the program connects to.</param>
    /// <exception cref="ObjectDisposedException">The compiler was disposed, perhaps while it was at work.</exception>
    public BuildResult Build(Submission submission, Stub? stub, string outputFolder, string socketPath)
    {
        ArgumentNullException.ThrowIfNull(submission);
        ArgumentException.ThrowIfNullOrEmpty(outputFolder);
        try
        {
            var files = SubmissionFolder.SourceFiles(submission.Folder).ToImmutableArray();
            if (files.IsEmpty)
            {
                return new BuildResult.NotStarted(
                    Directory.Exists(submission.Folder) ? "The folder holds no .cs file." : "There is no folder for this kata.");
            }

            if (SourceLimits.Exceeded(submission.Folder, files) is { } tooMuch)
            {
                return new BuildResult.Failed([tooMuch]);
            }

            Directory.CreateDirectory(outputFolder);
            return Result(submission, files, Ask(Request(submission, files, stub, outputFolder)), outputFolder, socketPath);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or CompilerTroubleException)
        {
            return new BuildResult.Trouble(problem.Message);
        }
    }

    /// <summary>Ends the compiler process, also in the middle of a request.</summary>
    public void Dispose()
    {
        disposed = true;
        // Outside the lock on purpose: whoever holds it may be waiting for this very process.
        process?.Kill();
        lock (gate)
        {
            process?.Dispose();
            process = null;
        }
    }

    private CompileRequest Request(Submission submission, ImmutableArray<string> files, Stub? stub, string outputFolder) => new(
        submission.Folder,
        files,
        stub is null ? [] : InFolder(stub.Folder),
        stub?.CutSolution ?? false,
        toolkitFolder is null || NumberOf(submission.KataId) < FirstKataWithToolkit ? [] : InFolder(toolkitFolder),
        Path.GetFullPath(outputFolder));

    private static ImmutableArray<string> InFolder(string folder) => [.. SubmissionFolder.SourceFiles(folder).Select(file => Path.Combine(folder, file))];

    private static int NumberOf(string kataId) => int.TryParse(kataId.Split('-')[0], out var number) ? number : 0;

    // A process may also die of the machine (out of memory, somebody's kill). Who takes down two in a row does it himself.
    private CompileAnswer Ask(CompileRequest request) =>
        AskOnce(request) ?? AskOnce(request) ?? new CompileAnswer(CompileOutcome.GaveUp, [], "the compiler did not survive it");

    private CompileAnswer? AskOnce(CompileRequest request)
    {
        lock (gate)
        {
            var answer = WarmProcess().Ask(request);
            ObjectDisposedException.ThrowIf(disposed, this);
            return answer;
        }
    }

    private CompilerProcess WarmProcess()
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        if (process is { IsAlive: false })
        {
            process.Dispose();
            process = null;
        }

        if (process is null)
        {
            process = CompilerProcess.Start();
            try
            {
                process.AwaitWarm();
            }
            catch (CompilerTroubleException)
            {
                process.Dispose();
                process = null;
                ObjectDisposedException.ThrowIf(disposed, this);
                throw;
            }
        }

        return process;
    }

    private static BuildResult Result(
        Submission submission, ImmutableArray<string> files, CompileAnswer answer, string outputFolder, string socketPath) => answer.Outcome switch
        {
            CompileOutcome.Built => new BuildResult.Built(
                ProgramFolder.Complete(outputFolder, submission.Folder, socketPath) with { Facts = answer.Facts ?? SourceFacts.None }),
            CompileOutcome.SameAsStub => new BuildResult.NotStarted("It is the stub as it was given."),
            CompileOutcome.Errors => new BuildResult.Failed(answer.Errors),
            CompileOutcome.GaveUp => new BuildResult.Failed([SourceLimits.TooComplex(submission.Folder, files, answer.Text)]),
            _ => new BuildResult.Trouble(answer.Text),
        };
}
