using System.Text.Json;
using System.Text.RegularExpressions;
using OpenClaw.Host.Plugins.Contributions;
using OpenClaw.Host.Plugins.Faults;
using OpenClaw.Host.Plugins.Surfaces;
using OpenClaw.Host.Rpc;
using OpenClaw.Plugins;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Catalog;
using OpenClaw.Surfaces;

namespace OpenClaw.Host.Gateway.Dispatch;

/// <summary>Methods that plugins bring, beside those of the gateway.</summary>
internal sealed partial class PluginMethods(MethodTable own, IPluginCatalog? plugins = null)
{
    private static readonly JsonElement Nothing = JsonElement.Parse("{}");

    /// <summary>What <c>features.methods</c> lists at this moment.</summary>
    public IReadOnlyList<string> Advertised
    {
        get
        {
            if (plugins?.Current is not { } now || (now.Methods.Count == 0 && now.Waiting.Methods.Count == 0))
                return own.Advertised;
            var brought = now.Methods.Keys.Concat(now.Waiting.Methods.Keys.Where(static name => !CoreMethods.Owns(name)));
            return [.. own.Advertised.Concat(brought).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        }
    }

    /// <summary>Whether a plugin has the method, or would have it once it is loaded.</summary>
    public bool MayBring(GatewayRequest request)
    {
        if (plugins is null || request.Entry is { } entry && (entry.Traits & MethodTraits.PluginProvided) == 0)
            return false;
        var now = plugins.Current;
        return now.Methods.ContainsKey(request.Frame.Method)
            || (request.Connection.Caller.Role == Roles.Operator && now.Waiting.Methods.ContainsKey(request.Frame.Method));
    }

    /// <summary>The method, from a plugin that is loaded for it if need be.</summary>
    public async ValueTask<MethodContribution?> FindAsync(string name, CancellationToken cancellationToken)
    {
        if (Find(name) is { } running)
            return running;
        if (plugins!.Current.Waiting.Methods.TryGetValue(name, out var sleeper))
            await plugins.WakeAsync(sleeper, cancellationToken);
        return Find(name);
    }

    public async ValueTask CallAsync(GatewayRequest request, CancellationToken cancellationToken)
    {
        var (method, caller) = (request.PluginMethod!, request.Connection.Caller);
        var call = new RpcCall(request.Frame.Id, request.Frame.Method, caller, request.Connection);
        var given = new PluginMethodCall
        {
            Method = request.Frame.Method,
            Parameters = request.Frame.Params.IsEmpty ? Nothing : JsonElement.Parse(request.Frame.Params.Span),
            Scopes = [.. caller.Scopes],
            ClientId = caller.ClientId,
            DeviceId = caller.DeviceId,
        };
        request.ReleaseContent();
        call.Respond(await AnswerAsync(method, given, cancellationToken), ProtocolJsonContext.Default.JsonElement);
    }

    private async Task<JsonElement> AnswerAsync(MethodContribution method, PluginMethodCall given, CancellationToken cancellationToken)
    {
        try
        {
            try
            {
                return await method.CallAsync(given, cancellationToken);
            }
            catch (PluginNotEnteredException) when (Find(given.Method) is { } current && !ReferenceEquals(current, method) && current.Scope == method.Scope)
            {
                // Replaced between the look at the table and the call.
                return await current.CallAsync(given, cancellationToken);
            }
        }
        catch (Exception failure) when (ErrorOf(failure, method, given.Method) is { } error)
        {
            throw new RpcException(error);
        }
    }

    private MethodContribution? Find(string name) => plugins!.Current.Methods.GetValueOrDefault(name);

    private static ErrorShape? ErrorOf(Exception failure, MethodContribution method, string name) => failure switch
    {
        PluginMethodException told => new ErrorShape
        {
            Code = CodePattern().IsMatch(told.Code) ? told.Code : PluginMethodException.Unavailable,
            Message = told.Message,
            Retryable = told.IsRetryable ? true : null,
            Details = Details(method, told.Details),
        },
        PluginNotEnteredException or PluginStoppedException => Unavailable($"plugin {method.PluginId} is being replaced or stopped; try again", method, retryAfterMs: 1_000),
        PluginBusyException => Unavailable($"{name} of plugin {method.PluginId} is busy; try again", method, retryAfterMs: 250),
        TimeoutException => Unavailable($"{name} of plugin {method.PluginId} did not finish within {method.Entrance.Timeout.TotalSeconds:0.#} s", method),
        OperationCanceledException => null,
        _ => Unavailable($"plugin {method.PluginId} failed in {name}; the log of the gateway has the cause", method),
    };

    private static ErrorShape Unavailable(string text, MethodContribution method, long? retryAfterMs = null) =>
        ErrorShape.Unavailable(text, retryAfterMs is null ? null : true, retryAfterMs, Details(method));

    private static JsonElement Details(MethodContribution method, JsonElement? facts = null) =>
        JsonSerializer.SerializeToElement(new PluginErrorDetails(method.PluginId, facts), GatewayJsonContext.Default.PluginErrorDetails);

    [GeneratedRegex(@"\A[A-Z][A-Z0-9_]{0,63}\z", RegexOptions.CultureInvariant)]
    private static partial Regex CodePattern();
}
