Console.WriteLine("ShuangDa benchmarks");
