using Grader.Contract;

namespace Grader.Launch;

/// <summary>Which gates are closed. The latest rule that fits decides; a gate that no rule names is open, unless one goes on after the other.</summary>
/// <param name="oneAfterTheOther">Everybody is held at every gate, also where the steps hold nobody.</param>
internal sealed class GateRules(bool oneAfterTheOther)
{
    private readonly List<(Point Gate, bool Closed)> rules = [];
    private bool everythingOpen;

    public void Close(Point gate) => rules.Add((gate, true));

    public void Open(Point gate) => rules.Add((gate, false));

    public void OpenEverything() => everythingOpen = true;

    public bool Holds(Happening visit)
    {
        if (everythingOpen)
        {
            return false;
        }

        // Who is held at a line holds the lock of his console: main's other threads must be able to print, hence main's lines pass freely.
        return IsHeldByStep(visit) || (oneAfterTheOther && !(visit.Moment == Moment.Line && Who.IsMain(visit.Role)));
    }

    /// <summary>A step of the scenario closed this gate; not the pace alone.</summary>
    public bool IsHeldByStep(Happening visit) => Rule(visit) == true;

    private bool? Rule(Happening visit) => rules.FindLastIndex(rule => rule.Gate.Fits(visit)) is >= 0 and var last ? rules[last].Closed : null;
}
