using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using OpenClaw.Hooks;
using OpenClaw.Plugins;
using OpenClaw.Surfaces;

namespace OpenClaw.SdkPlugins.Notebook;

/// <summary>Keeps notes, and offers them in every way a plugin has beside channels, tools and models.</summary>
public sealed class NotebookPlugin : IPlugin
{
    public void Configure(IPluginBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddSingleton<Notes>();
        builder
            .AddRoute(new PluginRoute { Path = "/notes", Authentication = RouteAuthentication.Gateway, Methods = ["GET", "POST"], MaxBodyBytes = 100 }, TakeAsync)
            .AddRoute(
                new PluginRoute { Path = "/notes/below", Authentication = RouteAuthentication.Plugin, Match = RouteMatch.Prefix },
                static (_, context) => context.Response.WriteAsync($"{context.Request.Path}{context.Request.QueryString}", context.RequestAborted))
            .AddRoute(
                new PluginRoute { Path = "/notes/public", Authentication = RouteAuthentication.Plugin },
                static (_, _) => throw new InvalidOperationException("no notes for strangers"))
            .AddRoute(
                new PluginRoute { Path = "/notes/hangs", Authentication = RouteAuthentication.Plugin, Timeout = TimeSpan.FromMilliseconds(50) },
                static (services, context) => Task.Delay(Timeout.InfiniteTimeSpan, services.GetRequiredService<IPluginScope>().Clock, context.RequestAborted))
            .AddMethod(new PluginMethod { Name = "notes.list", Scope = PluginMethodScope.Read }, static (services, _, _) => Task.FromResult(List(services)))
            .AddMethod(new PluginMethod { Name = "notes.fail", Scope = PluginMethodScope.Read }, static (_, call, _) => throw new PluginMethodException($"no {call.Parameters.GetProperty("what").GetString()}"))
            .AddCommand(
                new PluginCommand { Name = "notes" },
                static (services, call, _) => Task.FromResult(call.Arguments is ["count"]
                    ? PluginCommandResult.Text($"{services.GetRequiredService<Notes>().All.Count}")
                    : PluginCommandResult.Failed("Say count.", 2)))
            .AddHook<Discreet>()
            .AddHook<Strict>(new HookSettings { Priority = 5 });
    }

    private static async Task TakeAsync(IServiceProvider services, HttpContext context)
    {
        if (HttpMethods.IsPost(context.Request.Method))
        {
            using var reader = new StreamReader(context.Request.Body);
            services.GetRequiredService<Notes>().Add(await reader.ReadToEndAsync(context.RequestAborted));
            context.Response.StatusCode = StatusCodes.Status201Created;
            context.Response.Headers["X-Scopes"] = string.Join(' ', context.User.FindAll("scope").Select(static claim => claim.Value));
            return;
        }

        await context.Response.WriteAsync(List(services).GetRawText(), context.RequestAborted);
    }

    private static JsonElement List(IServiceProvider services) =>
        JsonElement.Parse(new JsonArray([.. services.GetRequiredService<Notes>().All.Select(static note => (JsonNode)note)]).ToJsonString());
}
