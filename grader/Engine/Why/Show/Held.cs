using Grader.Contract;
using Grader.Launch;
using Grader.Trace;

namespace Grader.Why.Show;

/// <summary>What the scenario held, and what then happened, in words.</summary>
internal static class Held
{
    public static string Say(Scene scene)
    {
        if (scene.Trace is null)
        {
            return "";
        }

        var arguments = scene.Trace.Scenario.Arguments;
        var run = arguments.Length == 0 ? "The program ran without arguments" : $"The program ran with {Visible.Quoted(string.Join(' ', arguments), 50)}";
        var held = (scene.Finding.Code == Verify.Code.FixedName ? [] : scene.Held).GroupBy(standing => Words.At(standing.HeldAt!))
            .Select(group => $"{Words.Names(group.Select(standing => standing.Actor.Role))} {group.Key}").ToList();
        var setting = (held.Count, scene.Trace.Scenario.Pace) switch
        {
            ( > 0, _) => $"{run}, and the grader held {Words.List(held)}.",
            (_, Pace.OneAtATime) => $"{run}; the grader let one process at a time go on.",
            _ when scene.Finding.Code == Verify.Code.FixedName => $"{run}.",
            _ when scene.LetGo.Length > 0 || scene.Lagging is not null => $"{run}.",
            _ => $"{run}; nobody was held.",
        };
        return $"{setting}{LetGo(scene)}{Sent(scene)} {Then(scene)}".TrimEnd();
    }

    private static string LetGo(Scene scene) => string.Concat(scene.LetGo.Select(gate =>
        $" It let {Words.Name(gate.Actor.Role)}, held {Words.At(gate.What)}, go on slowly: after each of its system calls everybody else went as far as he could."))
        + Lagging(scene);

    private static string Lagging(Scene scene) => scene.Lagging switch
    {
        { Step: Step.Lag { IsOfFirst: true }, Target: { } target } => $" The first thread of {Words.Name(target.Role)} it let go on only when nobody else could.",
        { Target: { } target } => $" Of {Words.Name(target.Role)} it let one thread go ahead: its other threads went on only when nobody else could.",
        _ => "",
    };

    /// <summary>Whom the grader killed or signalled before the rule was broken.</summary>
    private static string Sent(Scene scene)
    {
        var sent = scene.Trace!.SignalsSent().Where(signal => signal.Event.Number < scene.At)
            .GroupBy(signal => signal.Number switch { 2 => "SIGINT", 9 => "SIGKILL", 15 => "SIGTERM", var number => $"signal {number}" })
            .Select(group => $"{group.Key} to {Words.Names(group.Select(signal => signal.Target.Role).Distinct().Order(RoleOrder.Instance))}").ToList();
        return sent.Count == 0 ? "" : $" It sent {Words.List(sent)}.";
    }

    private static string Then(Scene scene)
    {
        if (scene.Missing is { } missing && scene.Finding.Code != Verify.Code.FixedName)
        {
            return $"Everything had settled, and {missing}: nobody else could go on.";
        }

        return scene.Finding.Code switch
        {
            Verify.Code.Deadlock => "Then nothing could move any more, although nothing was held and no step was left: a deadlock, proven without any time-out.",
            Verify.Code.TimedWait => "Then only time could move the program on.",
            Verify.Code.FixedName => "Then a second run of the program was started beside the first.", // what breaks first then is chance
            Verify.Code.TornItem => "",
            Verify.Code.Polling => "Then nothing happened any more, except that somebody asked again and again.",
            _ => scene.Breaking is { } breaking ? $"Then {Words.Did(breaking.What)}." : "",
        };
    }

    /// <summary>Where everybody stands, one line each.</summary>
    public static IEnumerable<string> Standings(Signal.Settled settled) => settled.Standings.Select(standing =>
        standing.HeldAt is null ? $"{Words.Name(standing.Actor.Role)} is parked" : $"{Words.Name(standing.Actor.Role)} is held {Words.At(standing.HeldAt)}");
}
