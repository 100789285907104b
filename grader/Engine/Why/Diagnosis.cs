using System.Collections.Immutable;
using Grader.Launch.Stacks;
using Grader.Verify;

namespace Grader.Why;

/// <summary>
/// Why a rule was broken, for a learner. All of its text is safe to show: what a learner's program printed is quoted with <see cref="Visible"/>.
/// Lists of lines are at most 76 columns wide, so that a report can set them in; sentences are not wrapped.
/// </summary>
/// <param name="Finding">The broken rule. Show <see cref="Sentence"/>, not the finding's own message.</param>
public sealed record Diagnosis(Finding Finding)
{
    /// <summary>The root cause of all others; exactly one of a kata's diagnoses, the first.</summary>
    public bool Primary { get; init; }

    /// <summary>Where the mistake probably sits; null when nothing points at a line.</summary>
    public SourcePlace? Place { get; init; }

    /// <summary>The text of that line, without its indentation; empty when it is not known.</summary>
    public string SourceLine { get; init; } = "";

    /// <summary>The likely mistake, as a sentence about this program (FORMATS: <c>message</c>).</summary>
    public string Sentence { get; init; } = Finding.Message;

    /// <summary>What the scenario held and what then happened, in one or two sentences; empty when no scenario was played.</summary>
    public string WhatWasHeld { get; init; } = "";

    /// <summary>The events that prove it: one column per process, in order, a caret under the one that breaks the rule.</summary>
    public ImmutableArray<string> Timeline { get; init; } = [];

    /// <summary>The rule of the kata that is broken, in its own words; empty when there is none.</summary>
    public string Rule { get; init; } = "";

    /// <summary>One or two sentences (FORMATS: <c>tryThis</c>).</summary>
    public string TryThis { get; init; } = "";

    /// <summary>For a deadlock or a needless wait: who waits where, for what; the circle closed in words.</summary>
    public ImmutableArray<string> Circle { get; init; } = [];

    /// <summary>Further evidence, line by line: a difference of outputs, an exception, a source line with a caret.</summary>
    public ImmutableArray<string> Evidence { get; init; } = [];

    /// <summary>What else is wrong and probably follows from this, one sentence each.</summary>
    public ImmutableArray<string> Consequences { get; init; } = [];

    /// <summary>The names of all scenarios that fail for the same reason, the one that is shown first.</summary>
    public ImmutableArray<string> Scenarios { get; init; } = [];

    /// <summary>The command that plays exactly this again; the last line of a report.</summary>
    public string Replay { get; init; } = "";
}
