using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using OpenClaw.Host.Configuration;
using OpenClaw.Host.Diagnostics;
using OpenClaw.Host.Security;

namespace OpenClaw.Host.Http.Hooks;

/// <summary><c>POST /hooks/*</c>: services that have something to tell an agent. Off until the owner sets a token for them.</summary>
internal sealed class HookMiddleware(RequestDelegate next, IConfigSource configuration, HookFailures failures, HostLifecycle lifecycle, TimeProvider time)
{
    private const string InQuery =
        "Hook token must be provided via Authorization: Bearer <token> or X-OpenClaw-Token header (query parameters are not allowed).";

    public Task InvokeAsync(HttpContext context) =>
        HookSettings.Of(configuration.Current) is { } settings && context.Request.Path.StartsWithSegments(settings.Path, out var rest)
            ? ServeAsync(context, settings, (rest.Value ?? "").Trim('/'))
            : next(context);

    private async Task ServeAsync(HttpContext context, HookSettings settings, string path)
    {
        var (request, response) = (context.Request, context.Response);
        response.Headers.CacheControl = "no-store";
        if (!HttpMethods.IsPost(request.Method))
        {
            response.Headers.Allow = "POST";
            await response.WriteTextAsync(StatusCodes.Status405MethodNotAllowed, "Method Not Allowed");
        }
        else if (request.Query.ContainsKey("token"))
        {
            await response.WriteTextAsync(StatusCodes.Status400BadRequest, InQuery);
        }
        else if (!HookToken.IsRight(request, settings.Token))
        {
            await RefuseAsync(context);
        }
        else
        {
            failures.Succeeded(context.GetPeer().AttemptSource);
            await AnswerAsync(context, settings, path);
        }
    }

    private Task RefuseAsync(HttpContext context)
    {
        if (!failures.Failed(context.GetPeer().AttemptSource))
            return context.Response.WriteTextAsync(StatusCodes.Status401Unauthorized, "Unauthorized");
        context.Response.Headers.RetryAfter = HookFailures.Window.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        return context.Response.WriteTextAsync(StatusCodes.Status429TooManyRequests, "Too Many Requests");
    }

    private async Task AnswerAsync(HttpContext context, HookSettings settings, string path)
    {
        try
        {
            if (lifecycle.Phase != HostPhase.Accepting)
                throw new HookException(StatusCodes.Status503ServiceUnavailable, "the gateway is starting or stopping");
            var body = await HookBody.ReadAsync(context.Request, settings.MaxBodyBytes, time);
            var answer = await context.RequestServices.GetRequiredService<HookDesk>().TakeAsync(context.Request, path, body, settings);
            if (answer is null)
                context.Response.StatusCode = StatusCodes.Status204NoContent;
            else
                await WriteAsync(context, StatusOf(context.Request, answer), answer);
        }
        catch (HookException refused) when (refused.Status == StatusCodes.Status404NotFound)
        {
            await context.Response.WriteTextAsync(refused.Status, refused.Message);
        }
        catch (HookException refused)
        {
            await WriteAsync(context, refused.Status, new JsonObject { ["ok"] = false, ["error"] = refused.Message });
        }
    }

    // Clients of the older protocol take a run that has only begun for 202.
    private static int StatusOf(HttpRequest request, JsonObject answer) =>
        answer.ContainsKey("runId") && request.Headers["x-openclaw-protocol"] == "3" ? StatusCodes.Status202Accepted : StatusCodes.Status200OK;

    private static Task WriteAsync(HttpContext context, int status, JsonObject body) =>
        context.Response.WriteJsonAsync(status, Encoding.UTF8.GetBytes(body.ToJsonString()));
}
