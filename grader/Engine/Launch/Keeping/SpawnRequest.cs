namespace Grader.Launch.Keeping;

/// <summary>What the keeper is asked for, as one line of JSON on its standard input.</summary>
/// <param name="Number">Comes back in the answer.</param>
/// <param name="Path">Absolute path of the program.</param>
/// <param name="Arguments">Without the program's name.</param>
/// <param name="Environment">The whole environment, <c>name=value</c>.</param>
/// <param name="WorkingFolder">Absolute path.</param>
/// <param name="Input">A path that is opened as standard input; likewise the two others.</param>
/// <param name="OwnSession">The program leads a session of its own (setsid(2)); else it shares the keeper's.</param>
/// <param name="Processors">CPU affinity: how many of the keeper's processors it may use; 0 for all.</param>
internal sealed record SpawnRequest(
    int Number, string Path, string[] Arguments, string[] Environment, string WorkingFolder, string Input, string Output, string Error, bool OwnSession, int Processors);

/// <summary>What the keeper says, as one line of JSON on its standard output: the answer to a request, or that a process was reaped.</summary>
/// <param name="Number">The request's number; 0 for a reaped process.</param>
/// <param name="Pid">The process; 0 when it could not be started.</param>
/// <param name="Status">For a reaped process, the status word of wait(2); for one that could not be started, the error number.</param>
internal sealed record KeeperWord(int Number, int Pid, int Status);
