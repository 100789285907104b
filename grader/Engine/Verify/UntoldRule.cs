using Grader.Contract;
using Grader.Launch;
using Grader.Trace;

namespace Grader.Verify;

/// <summary>What a worker has to find out by itself, or to get from another process, is not told it in its arguments.</summary>
public static class UntoldRule
{
    private const int WordsOfTheContract = 2; // --worker <name>

    public static IEnumerable<Finding> Check(Run run) =>
        from untold in run.Outcome.Untold
        from worker in run.Workers
        where untold.Who.Fits(run.RoleOf(worker))
        let told = untold.Texts.FirstOrDefault(text => worker.CommandLine.Skip(WordsOfTheContract).Any(argument => Holds(argument, text)))
        where told is not null
        select Say(run, worker, untold, told);

    private static Finding Say(Run run, Actor worker, Untold untold, string told)
    {
        var role = run.RoleOf(worker);
        var appeared = run.Trace.Of<Signal.Appeared>().Where(appeared => appeared.Fact.Actor.Index == worker.Index).Select(appeared => appeared.Event.Number);
        return untold.IsOwnWork
            ? run.Finding(Code.NotAProcess, $"{role} was given `{told}` in its arguments, the result of its own work: main did the work.", appeared, role)
            : run.Finding(Code.TooEarly, $"{role} was given `{told}` in its arguments, before anybody could have sent it.", appeared, role);
    }

    /// <summary>As a word of its own: 49 does not stand in 1490.</summary>
    private static bool Holds(string argument, string text)
    {
        for (var at = argument.IndexOf(text, StringComparison.Ordinal); at >= 0; at = argument.IndexOf(text, at + 1, StringComparison.Ordinal))
        {
            var end = at + text.Length;
            if ((at == 0 || !char.IsLetterOrDigit(argument[at - 1])) && (end == argument.Length || !char.IsLetterOrDigit(argument[end])))
            {
                return true;
            }
        }

        return false;
    }
}
