using System.Collections.Immutable;
using Grader.Build;

namespace Grader.Why.Source;

/// <summary>Which calls only workers come to, and which only main: by the branch that they stand in, and by who calls the method around them.</summary>
internal sealed class Sides
{
    private static readonly ImmutableHashSet<string> Statements = ["return", "if", "while", "for", "foreach", "throw", "lock", "catch", "static", "number", "++"];

    private readonly ImmutableHashSet<string> workers;
    private readonly ImmutableHashSet<string> shared;

    public Sides(SourceFacts facts)
    {
        var methods = facts.Calls.Select(call => call.Method).Where(method => method is not ("Main" or "")).Distinct().ToList();
        var callers = methods.ToDictionary(method => method, method => facts.Calls.Where(call => call.Method != method && (call.Name == method || (call.Names.Contains(method) && !Statements.Contains(call.Name)))).ToList());
        workers = Closed(methods, callers);
        shared = [.. methods.Where(method => callers[method].Any(IsOfWorkers) && !workers.Contains(method))];
    }

    public bool IsOfWorkers(SourceCall call) => call.InWorkerBranch || workers.Contains(call.Method);

    public bool IsOfMain(SourceCall call) => !IsOfWorkers(call) && !shared.Contains(call.Method);

    /// <summary>Whether this side may come to the call.</summary>
    public bool Fits(SourceCall call, bool main) => main ? !IsOfWorkers(call) : !IsOfMain(call);

    /// <summary>The methods that nobody but workers' code calls; each round finds those that are called by the ones found before.</summary>
    private static ImmutableHashSet<string> Closed(List<string> methods, Dictionary<string, List<SourceCall>> callers)
    {
        var found = ImmutableHashSet<string>.Empty;
        while (true)
        {
            var more = methods.Where(method => !found.Contains(method) && callers[method].Count > 0 && callers[method].TrueForAll(call => call.InWorkerBranch || found.Contains(call.Method))).ToList();
            if (more.Count == 0)
            {
                return found;
            }

            found = found.Union(more);
        }
    }
}
