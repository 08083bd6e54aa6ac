using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using SwapEdge.Benchmarks;

if (args is ["uplink"])
{
    return UplinkRates.Run(Console.Out);
}

if (args is ["station"])
{
    return StationRates.Run(Console.Out);
}

// In this process: device code is compiled against the device's declarations, which a project made on the fly would not
// find.
IConfig config = DefaultConfig.Instance
    .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance))
    .AddDiagnoser(MemoryDiagnoser.Default)
    .HideColumns(Column.Error, Column.StdDev, Column.Job, Column.Gen0, Column.Toolchain, Column.IterationCount,
        Column.LaunchCount, Column.WarmupCount)
    .AddColumn(new FullBusColumn());
BenchmarkSwitcher.FromAssembly(typeof(FrameBenchmarks).Assembly)
    .Run(args.Length == 0 ? ["--filter", "*"] : args, config);
return 0;
