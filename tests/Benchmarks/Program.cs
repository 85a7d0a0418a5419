using ShuangDa.Benchmarks;

// Benchmarks are run by hand, one at a time, and write what they measured as lines of a Markdown table:
//   dotnet run -c Release --project tests/Benchmarks -- commits [--postgres [CONNECTION]]
//   dotnet run -c Release --project tests/Benchmarks -- http [--only WORD] [--rounds N] [--postgres [CONNECTION]]
//   dotnet run -c Release --project tests/Benchmarks -- lists [--only WORD] [--callers N] [--seconds N] [--postgres [CONNECTION]]
//   dotnet run -c Release --project tests/Benchmarks -- questions [--only WORD] [--rounds N] [--seconds N] [--times N] [--postgres …]
//   dotnet run -c Release --project tests/Benchmarks -- counts [--cases N] [--callers N] [--postgres [CONNECTION]]
//   dotnet run -c Release --project tests/Benchmarks -- search [--only WORD] [--rounds N] [--postgres [CONNECTION]]
//   dotnet run -c Release --project tests/Benchmarks -- clock | imports [--enterprises N] [--rounds N] [--postgres [CONNECTION]]
// Without a connection, --postgres starts a server of the benchmark's own, which is gone after it.
return args.FirstOrDefault() switch
{
    "commits" => await CommitBenchmark.RunAsync(args),
    "http" => await HttpBenchmark.RunAsync(args),
    "lists" => await HeavyListBenchmark.RunAsync(args),
    "questions" => await QuestionsBenchmark.RunAsync(args),
    "counts" => await CountBenchmark.RunAsync(args),
    "clock" => await ClockBenchmark.RunAsync(args),
    "search" => await SearchBenchmark.RunAsync(args),
    "imports" => await ImportBenchmark.RunAsync(args),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("commits | http | lists | questions | counts | clock | search | imports   [--postgres [CONNECTION]]");
    return 1;
}
