using ShuangDa.Benchmarks;

// Benchmarks are run by hand, one at a time, and write what they measured as lines of a Markdown table:
//   dotnet run -c Release --project tests/Benchmarks -- commits [--postgres CONNECTION]
//   dotnet run -c Release --project tests/Benchmarks -- http [--only WORD] [--rounds N] [--postgres CONNECTION]
//   dotnet run -c Release --project tests/Benchmarks -- lists [--postgres CONNECTION]
//   dotnet run -c Release --project tests/Benchmarks -- counts [--cases N] [--callers N] [--postgres CONNECTION]
//   dotnet run -c Release --project tests/Benchmarks -- clock | imports [--enterprises N] [--rounds N] [--postgres CONNECTION]
return args.FirstOrDefault() switch
{
    "commits" => await CommitBenchmark.RunAsync(args),
    "http" => await HttpBenchmark.RunAsync(args),
    "lists" => await HeavyListBenchmark.RunAsync(args),
    "counts" => await CountBenchmark.RunAsync(args),
    "clock" => await ClockBenchmark.RunAsync(args),
    "imports" => await ImportBenchmark.RunAsync(args),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("commits | http | lists | counts | clock | imports   [--postgres CONNECTION]");
    return 1;
}
