namespace Grader.Launch.Keeping;

/// <summary>What the keeper is asked for, as one line of JSON on its standard input: to start a program, whose standard streams come over the socket, or to close a room.</summary>
/// <param name="Number">Comes back in the answer; 0 to close the room, which nobody answers.</param>
/// <param name="Room">The folder of the run. All programs of one run are started in one room.</param>
/// <param name="SharedMemory">The run's folder under <c>/dev/shm</c>, used in namespaces.</param>
/// <param name="Path">Absolute path of the program.</param>
/// <param name="Arguments">Without the program's name.</param>
/// <param name="Environment">The whole environment, <c>name=value</c>.</param>
/// <param name="WorkingFolder">Absolute path.</param>
/// <param name="OwnSession">The program leads a session of its own (setsid(2)); else it shares the keeper's.</param>
/// <param name="Processors">CPU affinity: how many of the keeper's processors it may use; 0 for all.</param>
internal sealed record SpawnRequest(
    int Number, string Room, string SharedMemory, string Path, string[] Arguments, string[] Environment, string WorkingFolder, bool OwnSession, int Processors);

/// <summary>What the keeper says, as one line of JSON on its standard output: the answer to a request, or that a process was reaped.</summary>
/// <param name="Number">The request's number; 0 for a reaped process.</param>
/// <param name="Pid">The process, as the keeper sees it; 0 when it could not be started.</param>
/// <param name="Status">For a reaped process, the status word of wait(2); for one that could not be started, the error number.</param>
/// <param name="Trouble">Why there is no room; else null.</param>
internal sealed record KeeperWord(int Number, int Pid, int Status, string? Trouble = null);
