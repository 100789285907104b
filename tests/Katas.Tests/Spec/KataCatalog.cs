using System.Collections.Immutable;
using System.Reflection;
using Grader.Contract;

namespace Katas.Tests.Spec;

/// <summary>Finds the specs of an assembly: the command line and the tests play the same methods.</summary>
public static class KataCatalog
{
    /// <summary>Every kata that has a spec here, by number.</summary>
    public static ImmutableArray<KataContract> All { get; } = In(typeof(KataCatalog).Assembly);

    /// <summary>Every kata that has a spec in <paramref name="assembly"/>, by number.</summary>
    public static ImmutableArray<KataContract> In(Assembly assembly) =>
    [
        .. assembly.GetExportedTypes()
            .Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(KataSpec)))
            .Select(Read)
            .OrderBy(kata => kata.Id, StringComparer.Ordinal),
    ];

    /// <summary>The contract that a spec class states.</summary>
    /// <exception cref="InvalidOperationException">The class breaks a rule of specs; the message says which.</exception>
    public static KataContract Read(Type spec)
    {
        var kata = spec.GetCustomAttribute<KataAttribute>() ?? throw new InvalidOperationException($"{spec.Name} has no [Kata(\"NN-name\")].");
        var scenarios = Methods(spec).Select(method => Read(spec, method)).ToImmutableArray();
        var twice = scenarios.GroupBy(scenario => scenario.Name).FirstOrDefault(group => group.Count() > 1);
        return twice is null
            ? new KataContract(kata.Id, scenarios, kata.Deterministic)
            : throw new InvalidOperationException($"{spec.Name} has two scenarios that are called \"{twice.Key}\".");
    }

    /// <summary>The scenario that one method of a spec class returns, under the name that its attribute gives it.</summary>
    public static Scenario Read(Type spec, MethodInfo method)
    {
        var sentence = method.GetCustomAttribute<ScenarioAttribute>()!.Sentence;
        var instance = Activator.CreateInstance(spec);
        return method.Invoke(instance, BindingFlags.DoNotWrapExceptions, null, null, null) is Scenario scenario
            ? scenario with { Name = sentence }
            : throw new InvalidOperationException($"{spec.Name}.{method.Name} is marked [Scenario] but returns none.");
    }

    /// <summary>The scenario methods in the order of the source.</summary>
    private static IEnumerable<MethodInfo> Methods(Type spec) =>
        spec.GetMethods(BindingFlags.Public | BindingFlags.Instance)
            .Where(method => method.IsDefined(typeof(ScenarioAttribute)))
            .OrderBy(method => method.MetadataToken);
}
