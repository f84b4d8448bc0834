using System.ComponentModel;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using OpenClaw.Plugins;
using OpenClaw.Tools;

namespace OpenClaw.TestPlugins;

/// <summary>Does what <c>act</c> in its arguments says.</summary>
[SuppressMessage("Performance", "CA1848", Justification = "The short form is what plugin authors write.")]
public sealed class GoodTool(GoodState state) : ITool
{
    private static readonly AsyncLocal<Greeting> Ambient = new();

    public ToolDescriptor Descriptor { get; } = new()
    {
        Name = "good_acts",
        Description = "Does what it is told.",
        Parameters = JsonElement.Parse("""{"type":"object","properties":{"act":{"type":"string"}}}"""),
    };

    public async ValueTask<ToolResult> InvokeAsync(ToolInvocation invocation, CancellationToken cancellationToken)
    {
        var act = invocation.Arguments.GetProperty("act").GetString()!;
        switch (act)
        {
            case "throw":
                throw new PrivateException("thrown by a test plugin, secret-token-1");
            case "serialize":
                return ToolResult.Text(JsonSerializer.Serialize(new Greeting("reflection")));
            case "describe":
                return ToolResult.Text(TypeDescriptor.GetProperties(typeof(Greeting)).Count.ToString(provider: null));
            case "ambient":
                Ambient.Value = new Greeting("ambient");
                return ToolResult.Text("set");
            case "wait":
                await Task.Delay(Timeout.InfiniteTimeSpan, state.Scope.Stopping);
                return ToolResult.Text("waited");
            case "log":
                state.Logger.LogInformation("Here is {Secret} and {Greeting} {{not a format}}", "secret-token-1", new Greeting("logged"));
                return ToolResult.Text("logged");
            case "protect":
                state.Scope.ProtectSecret("secret-token-1");
                return ToolResult.Text("protected");
            case "where":
                return ToolResult.Text($"{state.Scope.PluginDirectory}|{state.Scope.StorageDirectory}|{state.Scope.Plugin.Generation}");
            case "fetch":
                return ToolResult.Text(await state.Http.GetStringAsync(invocation.Arguments.GetProperty("url").GetString(), cancellationToken));
            case "until":
                return await WaitForFileAsync(invocation.Arguments.GetProperty("path").GetString()!, cancellationToken);
            case "call back":
                state.CallBackWhileStopping();
                return ToolResult.Text("it will");
            case "thread":
                new Thread(static () => throw new PrivateException("thread of a test plugin")).Start();
                return ToolResult.Text("started");
            case "leak":
                AppDomain.CurrentDomain.ProcessExit += (_, _) => Debug.WriteLine(state.ToString());
                return ToolResult.Text("leaked");
            default:
                return ToolResult.Text(act);
        }
    }

    private async Task<ToolResult> WaitForFileAsync(string path, CancellationToken cancellationToken)
    {
        await File.WriteAllTextAsync(path + ".begun", "", cancellationToken);
        while (!File.Exists(path))
            await Task.Delay(20, cancellationToken);
        return ToolResult.Text($"generation {state.Scope.Plugin.Generation}");
    }

    private sealed class PrivateException(string message) : Exception(message);
}
