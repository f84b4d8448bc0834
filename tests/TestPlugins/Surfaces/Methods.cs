using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using OpenClaw.Plugins;
using OpenClaw.Surfaces;

namespace OpenClaw.TestPlugins;

internal static class Methods
{
    public static void Add(IPluginBuilder builder)
    {
        builder
            .AddMethod(Method("surfaces.read", PluginMethodScope.Read), static (services, call, _) => Answer(
                $$"""{"version":"{{services.GetRequiredService<IPluginScope>().Plugin.Version}}","got":{{call.Parameters.GetRawText()}}}"""))
            .AddMethod(Method("surfaces.write", PluginMethodScope.Write), static (services, call, _) =>
            {
                var told = services.GetRequiredService<IPluginScope>().PublishEvent("told", call.Parameters);
                return Answer(told ? """{"told":true}""" : """{"told":false}""");
            })
            .AddMethod(Method("surfaces.admin", PluginMethodScope.Admin), static (_, _, _) => Answer("{}"))
            .AddMethod(Method("surfaces.fail", PluginMethodScope.Read), static (_, _, _) => throw new PluginMethodException("nothing of that name")
            {
                Code = "NOT_FOUND",
                Details = JsonElement.Parse("""{"name":"x"}"""),
            })
            .AddMethod(Method("surfaces.throw", PluginMethodScope.Read), static (_, _, _) => throw new InvalidOperationException("thrown in a method, secret-token-1"))
            .AddMethod(Method("surfaces.large", PluginMethodScope.Read), static (_, _, _) => Answer($"\"{new string('x', 2_000_000)}\""))
            .AddMethod(Method("surfaces.slow", PluginMethodScope.Read), static async (services, _, token) =>
            {
                services.GetRequiredService<IPluginScope>().PublishEvent("begun", JsonElement.Parse("{}"));
                await Task.Delay(1_000, token);
                return await Answer($$"""{"version":"{{services.GetRequiredService<IPluginScope>().Plugin.Version}}"}""");
            })
            .AddMethod(
                Method("surfaces.hang", PluginMethodScope.Read) with { Timeout = TimeSpan.FromMilliseconds(300), MaxConcurrent = 1 },
                static async (_, _, _) =>
                {
                    await new TaskCompletionSource().Task;
                    return default;
                });
    }

    private static PluginMethod Method(string name, PluginMethodScope scope) => new() { Name = name, Scope = scope };

    private static Task<JsonElement> Answer(string json) => Task.FromResult(JsonElement.Parse(json));
}
