using OpenClaw.Bench.Crash;
using OpenClaw.Bench.Frames;
using OpenClaw.Bench.Fuzz;
using OpenClaw.Bench.Inbox;
using OpenClaw.Bench.Load;
using OpenClaw.Bench.Swap;
using OpenClaw.Bench.Turns;
using OpenClaw.Bench.Wire;

return args switch
{
    ["frames", .. var rest] => FrameBenchmarks.Run(rest),
    ["load", var executable, .. var rest] when Connections(rest) is { } connections =>
        await new LoadCommand(executable, connections).RunAsync(json: rest.Contains("--json")),
    ["wire", .. var rest] when WireCommand.TryRead(rest) is { } wire => await wire.RunAsync(),
    ["fuzz", .. var rest] when FuzzCommand.TryRead(rest) is { } fuzz => await fuzz.RunAsync(),
    ["crash", .. var rest] when CrashCommand.TryRead(rest) is { } crash => await crash.RunAsync(),
    ["inbox", .. var rest] when rest is [] or ["--json"] => await new InboxCommand(json: rest.Length > 0).RunAsync(),
    ["turns", .. var rest] when TurnsCommand.TryRead(rest) is { } turns => await turns.RunAsync(),
    ["swap", .. var rest] when SwapCommand.TryRead(rest) is { } swap => await swap.RunAsync(),
    ["plugins", .. var rest] when rest is [] or ["--gateway", _] => await new PluginsCommand(rest is [_, var executable] ? executable : Checkout.Published()).RunAsync(),
    ["echo"] => await EchoProcess.ServeAsync(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: frames [BenchmarkDotNet options] | load <published openclaw executable> [connections] [--json] | wire [--gateway <published openclaw executable>] [--json] | fuzz [--minutes N] [--seed N] [--gateway <published openclaw executable>] | crash [--kills N] [--seed N] [--channel http-chat|http-chat-plain] [--gateway <published openclaw executable>] [--json] | inbox [--json] | swap [--count N] [--gateway <published openclaw executable>] [--json] | plugins [--gateway <published openclaw executable>] | turns [--messages N] [--flood N] [--gateway <published openclaw executable>] [--json]");
    return 2;
}

static int? Connections(string[] options) => options.Where(static option => option != "--json").ToArray() switch
{
    [] => 1_000,
    [var text] when int.TryParse(text, out var count) && count > 0 => count,
    _ => null,
};
