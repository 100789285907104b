using Dummy.Verbs;

// One helper program for tests that need a real process: the first argument is the verb.
return args switch
{
    ["read-line", ..] => ReadLine.Run(),
    ["mutex", var name] => HoldMutex.Run(name),
    ["sleep"] => Sleep.Run(),
    ["make-calls"] => MakeCalls.Run(),
    ["make-calls-here"] => MakeCalls.RunHere(),
    ["wait-for-exit"] => WaitForExit.Run(),
    ["barrier"] => WaitAtBarrier.Run(),
    ["await"] => await AwaitExit.Run(),
    ["await-delay"] => await AwaitDelay.Run(),
    ["await-any"] => await AwaitAny.Run(),
    ["lambda"] => InLambda.Run(),
    _ => 64,
};
