using System.Security.Cryptography;
using System.Text;
using OpenClaw.Host.Agents;
using OpenClaw.Host.Agents.Delivery;
using OpenClaw.Host.Sessions;
using OpenClaw.Host.Sessions.Runs;

namespace OpenClaw.Host.Http.Hooks;

/// <summary>Makes runs of what hooks ask. A key that was used before gives the run it gave then, also after a restart: it is the run's id.</summary>
internal sealed class HookRuns(AgentRuntime agents, HookSessions sessions, SessionKeyParser keys, SessionRoutes lastRoutes, IDeliveryRoutes? routes = null)
{
    private const string Source = "webhook";
    private const long LongestRunMs = 60 * 60 * 1000;

    /// <param name="order">What is asked.</param>
    /// <param name="path">Where it was asked; the same key on another path is another request.</param>
    /// <param name="settings">What hooks may do.</param>
    /// <param name="cancellationToken">Ends the waiting for a place.</param>
    /// <exception cref="HookException">It is not taken.</exception>
    public async Task<RunTicket> SubmitAsync(HookOrder order, string path, HookSettings settings, CancellationToken cancellationToken)
    {
        var runId = order.IdempotencyKey is { } key ? IdOf($"{settings.Token}\n{path}\n{order.Message}\n{order.SessionKey}\n{key}") : Guid.NewGuid().ToString();
        var session = sessions.Of(order.AgentId, order.SessionKey, order.IsForeignKey, runId, settings);
        var input = new RunInput
        {
            Message = order.IsTrusted ? $"[{order.Name}] {order.Message}" : order.Message,
            Model = order.Model,
            Thinking = order.Thinking,
            TimeoutMs = order.TimeoutSeconds is { } seconds ? (long)(seconds * 1000) : LongestRunMs,
            ClientId = Source,
            IsBackground = true,
            Outside = order.IsTrusted ? null : $"{Source} \"{NameOf(order)}\"",
            Route = await RouteOfAsync(order, session, cancellationToken),
        };
        try
        {
            return await agents.SubmitAsync(new RunRequest(runId, session, RunSurface.Agent, input), cancellationToken);
        }
        catch (RunRefusedException refused)
        {
            throw new HookException(refused.IsOverload ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status400BadRequest, refused.Message);
        }
    }

    /// <summary>The chat that is named, or the one the agent was last talked to in.</summary>
    private async ValueTask<ReplyRoute?> RouteOfAsync(HookOrder order, SessionAddress session, CancellationToken cancellationToken)
    {
        if (!order.Deliver)
            return null;
        if (order.To is null)
            return await lastRoutes.OfAsync(keys.Main(session.AgentId).Key, cancellationToken) is { } last ? last with { TellsFailures = false, ReplyToMessageId = null } : null;
        string? problem = "no channel runs";
        var route = routes?.RouteOf(order.To, order.Channel, order.AccountId, threadId: null, out problem);
        return route is null ? throw HookException.Invalid(problem ?? "the chat cannot be found") : route with { TellsFailures = false };
    }

    // A payload may have chosen it, and it stands in the prompt beside what the owner says.
    private static string NameOf(HookOrder order)
    {
        var name = new string([.. order.Name.Where(static sign => char.IsAsciiLetterOrDigit(sign) || sign is ' ' or '-' or '_' or '.').Take(64)]);
        return name.Trim().Length > 0 ? name.Trim() : "Hook";
    }

    private static string IdOf(string text) => new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16)).ToString();
}
