using System.Collections.Concurrent;
using Katas.Tests.Spec;
using Xunit;
using Sandbox = Grader.Launch.Sandbox;

namespace Grader.Tests.House;

/// <summary>One grading in each kind of sandbox, for all hostile programs: what one of them does must not reach the next.</summary>
public sealed class HostileGradings : IDisposable
{
    private readonly ConcurrentDictionary<Sandbox, Lazy<Grading>> open = [];

    public Grading In(Sandbox sandbox) =>
        open.GetOrAdd(sandbox, _ => new Lazy<Grading>(() => Grading.Open(new GradingOptions(Repository.Root) { Sandbox = sandbox }))).Value;

    public void Dispose()
    {
        foreach (var grading in open.Values.Where(grading => grading.IsValueCreated))
        {
            grading.Value.Dispose();
        }
    }
}
