using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using OpenClaw.Plugins;
using OpenClaw.Surfaces;

namespace OpenClaw.TestPlugins;

internal static class Routes
{
    public static void Add(IPluginBuilder builder) => builder
        .AddRoute(
            new PluginRoute { Path = "/surfaces", Authentication = RouteAuthentication.Gateway },
            static (services, context) => TextAsync(context, $"version {services.GetRequiredService<IPluginScope>().Plugin.Version} scopes {string.Join(' ', context.User.FindAll("scope").Select(static claim => claim.Value))}"))
        .AddRoute(
            new PluginRoute { Path = "/surfaces/hook", Authentication = RouteAuthentication.Gateway, Match = RouteMatch.Prefix, Methods = ["POST", "GET"], MaxBodyBytes = 1_000 },
            EchoAsync)
        .AddRoute(
            new PluginRoute { Path = "/surfaces/echo", Authentication = RouteAuthentication.Plugin, Methods = ["POST"], MaxBodyBytes = 1_000 },
            EchoAsync)
        .AddRoute(
            new PluginRoute { Path = "/surfaces/slow", Authentication = RouteAuthentication.Plugin },
            static async (services, context) =>
            {
                services.GetRequiredService<IPluginScope>().PublishEvent("begun", JsonElement.Parse("{}"));
                await Task.Delay(1_000, context.RequestAborted);
                await TextAsync(context, $"slow {services.GetRequiredService<IPluginScope>().Plugin.Version}");
            })
        .AddRoute(
            new PluginRoute { Path = "/surfaces/throws", Authentication = RouteAuthentication.Plugin },
            static (_, _) => throw new InvalidOperationException("thrown in a route, secret-token-1"))
        .AddRoute(
            new PluginRoute { Path = "/surfaces/hangs", Authentication = RouteAuthentication.Plugin, Timeout = TimeSpan.FromMilliseconds(300), MaxConcurrent = 1 },
            static (_, _) => HangAsync());

    [SuppressMessage("Reliability", "CA2016", Justification = "It does not listen, which is the point.")]
    private static Task HangAsync() => Task.Delay(Timeout.InfiniteTimeSpan);

    private static async Task EchoAsync(IServiceProvider services, HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        context.Response.Headers["X-Echo"] = context.Request.Path.Value;
        context.Response.Headers["Access-Control-Allow-Origin"] = "*";
        await TextAsync(context, $"{body}|{context.Request.Headers.Authorization}|{context.User.Identity?.IsAuthenticated}");
    }

    private static Task TextAsync(HttpContext context, string text)
    {
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(text, context.RequestAborted);
    }
}
