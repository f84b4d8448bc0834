using System.Text.Json;
using Microsoft.AspNetCore.Http;
using OpenClaw.Hooks;
using OpenClaw.Plugins;
using OpenClaw.Surfaces;

namespace OpenClaw.TestPlugins;

/// <summary>What docs/plugins.md shows; a test compares the two.</summary>
public sealed class Example
{
    public static void Configure(IPluginBuilder builder) =>
        builder
            .AddRoute(
                new PluginRoute { Path = "/weather", Authentication = RouteAuthentication.Gateway },
                static (services, context) => context.Response.WriteAsync("sunny", context.RequestAborted))
            .AddMethod(
                new PluginMethod { Name = "weather.get", Scope = PluginMethodScope.Read },
                static (services, call, token) => Task.FromResult(JsonElement.Parse("""{"sky":"clear"}""")))
            .AddCommand(
                new PluginCommand { Name = "weather" },
                static (services, call, token) => Task.FromResult(PluginCommandResult.Text($"{call.Arguments[0]}: sunny")))
            .AddHook<NightWatch>(new HookSettings { Priority = 10 });
}

public sealed class NightWatch(IPluginScope scope) : IToolHook
{
    public Task<ToolCallDecision> BeforeToolCallAsync(HookedToolCall call, CancellationToken cancellationToken) =>
        Task.FromResult(scope.Clock.GetLocalNow().Hour < 6 && call.Tool == "exec"
            ? ToolCallDecision.Block("Nothing is carried out at night.")
            : ToolCallDecision.Continue);
}
