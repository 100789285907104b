using Benchmarks;

// Ratios of the grader against the bare programs, measured side by side in one run:
//   dotnet run -c Release --project tests/Benchmarks -- [whole|deadlock] [kata…]
var what = args.FirstOrDefault(argument => argument is "whole" or "deadlock");
var katas = args.Where(argument => argument != what).ToList();
using var programs = new Programs(katas);
if (what is null or "whole")
{
    WholeCourse.Measure(programs);
}

if (what is null or "deadlock")
{
    DeadlockProof.Measure(programs);
}
