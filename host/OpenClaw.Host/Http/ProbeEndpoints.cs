using System.Buffers;
using System.Text.Json;
using OpenClaw.Host.Diagnostics;
using OpenClaw.Host.Diagnostics.Health;
using OpenClaw.Host.Security;

namespace OpenClaw.Host.Http;

/// <summary>Unauthenticated probes: alive, started, ready. Strangers learn the verdict, callers on this machine the evidence.</summary>
internal sealed class ProbeEndpoints(HostLifecycle lifecycle, GatewayReadiness readiness)
{
    private static readonly ReadOnlyMemory<byte> Live = """{"ok":true,"status":"live"}"""u8.ToArray();

    public static bool IsLiveness(PathString path) => path.Value is "/health" or "/healthz";

    public static bool IsProbe(string path) => path is "/health" or "/healthz" or "/startup" or "/startupz" or "/ready" or "/readyz";

    // Six fixed paths: the framework's routing would take longer to build than the rest of the pipeline.
    public Task AnswerAsync(HttpContext context) => Plain(context.Request.Path.Value ?? "") switch
    {
        "/health" or "/healthz" => LiveAsync(context),
        "/startup" or "/startupz" => StartedAsync(context),
        "/ready" or "/readyz" => ReadyAsync(context),
        _ => context.Response.WriteTextAsync(StatusCodes.Status404NotFound, "Not Found"),
    };

    private static string Plain(string path) => (path.EndsWith('/') ? path[..^1] : path).ToLowerInvariant();

    private static Task LiveAsync(HttpContext context) => AnswerAsync(context, StatusCodes.Status200OK, Live);

    private Task StartedAsync(HttpContext context)
    {
        var (ok, status) = lifecycle.Phase switch
        {
            HostPhase.Accepting => (true, "started"),
            HostPhase.Starting => (false, "starting"),
            _ => (false, "draining"),
        };
        return AnswerAsync(context, StatusFor(ok), Write(json =>
        {
            json.WriteBoolean("ok"u8, ok);
            json.WriteString("status"u8, status);
            if (MayHaveDetails(context))
            {
                json.WriteString("version"u8, HostVersion.Text);
                json.WriteNumber("uptimeMs"u8, (long)lifecycle.Uptime.TotalMilliseconds);
                if (lifecycle.Phase == HostPhase.Starting)
                {
                    json.WriteString("pendingReason"u8, StartupPending);
                }
            }
        }));
    }

    private Task ReadyAsync(HttpContext context)
    {
        var failing = FindFailures();
        return AnswerAsync(context, StatusFor(failing.Count == 0), Write(json =>
        {
            json.WriteBoolean("ready"u8, failing.Count == 0);
            if (MayHaveDetails(context))
            {
                json.WriteStartArray("failing"u8);
                foreach (var name in failing)
                {
                    json.WriteStringValue(name);
                }

                json.WriteEndArray();
                json.WriteNumber("uptimeMs"u8, (long)lifecycle.Uptime.TotalMilliseconds);
            }
        }));
    }

    private static ReadOnlySpan<byte> StartupPending => "startup-sidecars"u8;

    private List<string> FindFailures()
    {
        List<string> failing = lifecycle.Phase switch
        {
            HostPhase.Starting => ["startup-sidecars"],
            HostPhase.Draining => ["gateway-draining"],
            _ => [],
        };
        failing.AddRange(readiness.Check().Failing);
        return failing;
    }

    private static bool MayHaveDetails(HttpContext context) => context.Features.Get<Peer>() is { IsLocal: true };

    private static int StatusFor(bool ok) => ok ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;

    private static Task AnswerAsync(HttpContext context, int status, ReadOnlyMemory<byte> body)
    {
        var method = context.Request.Method;
        if (!HttpMethods.IsGet(method) && !HttpMethods.IsHead(method))
        {
            return context.Response.WriteMethodNotAllowedAsync();
        }

        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteJsonAsync(status, body);
    }

    private static ReadOnlyMemory<byte> Write(Action<Utf8JsonWriter> members)
    {
        var buffer = new ArrayBufferWriter<byte>(128);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }
}
