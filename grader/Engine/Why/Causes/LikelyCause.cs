using Grader.Verify;

namespace Grader.Why.Causes;

/// <summary>From a finding to the likely mistake.</summary>
internal static class LikelyCause
{
    public static Cause Of(Scene scene) => scene.Finding.Code switch
    {
        Code.TooEarly or Code.NotAProcess when Processes.WasTold(scene) => Processes.Told(scene),
        Code.TooEarly => TooEarly.Of(scene),
        Code.NeedlessWait => NeedlessWait.Of(scene),
        Code.Deadlock => Standstill.Deadlock(scene),
        Code.TimedWait => Standstill.Timed(scene),
        Code.Polling => Standstill.Polling(scene),
        Code.NotAProcess => Processes.NotAProcess(scene),
        Code.RelayedOutput => Processes.Relayed(scene),
        Code.WrongParent => Processes.WrongParent(scene),
        Code.WrongProcessCount => Processes.WrongCount(scene),
        Code.Crashed => Endings.Crashed(scene),
        Code.Orphan => Endings.Orphan(scene),
        Code.WrongExitCode => Endings.ExitCode(scene),
        Code.Leftovers => Endings.Leftovers(scene),
        Code.FixedName => Endings.FixedName(scene),
        Code.HardCoded => Output.HardCoded(scene),
        Code.WrongOutput => Output.Wrong(scene),
        Code.LostItem or Code.DuplicateItem or Code.WrongOrder or Code.TornItem => Output.Items(scene),
        Code.ForgedMessage => new Cause(null, Processes.Sentence(scene), "Only the grader's own probe speaks to the grader."),
        _ => Processes.Limit(scene),
    };
}
