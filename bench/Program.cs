using OpenClaw.Bench.Frames;
using OpenClaw.Bench.Load;

return args switch
{
    ["frames", .. var rest] => FrameBenchmarks.Run(rest),
    ["load", var executable] => await LoadCommand.RunAsync(executable, connections: 1_000),
    ["load", var executable, var connections] when int.TryParse(connections, out var count) => await LoadCommand.RunAsync(executable, count),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: frames [BenchmarkDotNet options] | load <published openclaw executable> [connections]");
    return 2;
}
