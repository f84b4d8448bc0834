using System.Collections.Immutable;
using System.Text.Json;
using OpenClaw.Host.Gateway.Transport;
using OpenClaw.Host.Rpc;
using OpenClaw.Protocol;
using OpenClaw.Protocol.Catalog;

namespace OpenClaw.Host.Gateway.Dispatch;

/// <summary>
/// Role first, then scope, then whether the method exists at all: who may not call a method does not learn whether it is there.
/// </summary>
internal sealed class AuthorizationFilter(GatewayMetrics metrics) : IRequestFilter
{
    private static readonly CloseFrame Flood = new(CloseCodes.PolicyViolation, CloseCodes.RepeatedUnauthorizedReason);

    public ValueTask InvokeAsync(GatewayRequest request, RequestStep next, CancellationToken cancellationToken)
    {
        var caller = request.Connection.Caller;
        if (!MethodCatalog.IsAllowedFor(caller.Role, request.Frame.Method))
        {
            RefuseRole(request);
            return ValueTask.CompletedTask;
        }

        request.Connection.RoleViolations = 0;
        if (FirstMissing(request, caller) is { } missing)
        {
            request.Outcome = RequestOutcome.Refused;
            metrics.Refused("scope");
            request.Connection.Fail(request.Frame.Id, missing);
            return ValueTask.CompletedTask;
        }

        return next(request, cancellationToken);
    }

    private void RefuseRole(GatewayRequest request)
    {
        request.Outcome = RequestOutcome.Refused;
        metrics.Refused("role");
        request.Connection.Fail(request.Frame.Id, ErrorShape.InvalidRequest($"unauthorized role: {request.Connection.Caller.Role}"));
        if (++request.Connection.RoleViolations > GatewayLimits.MaxRoleViolations)
        {
            request.Connection.Close(Flood);
        }
    }

    private static ErrorShape? FirstMissing(GatewayRequest request, RpcCaller caller)
    {
        if (caller.Role != Roles.Operator || caller.Scopes.Contains(OperatorScopes.Admin))
        {
            return null;
        }

        var required = Required(request);
        var missing = required.FirstOrDefault(scope => !caller.HasScope(scope));
        if (missing is null)
        {
            return null;
        }

        var details = new MissingScopeDetails { MissingScope = missing, RequiredScopes = required };
        return ErrorShape.MissingScope(missing, caller.Protocol) with
        {
            Details = JsonSerializer.SerializeToElement(details, ProtocolJsonContext.Default.MissingScopeDetails),
        };
    }

    private static ImmutableArray<string> Required(GatewayRequest request)
    {
        if (request.PluginMethod is { } method)
        {
            return [method.Scope];
        }

        if (request.Entry is { } entry && (entry.Traits & MethodTraits.ByParameters) == 0)
        {
            return entry.Scope is null ? [] : [entry.Scope];
        }

        if (request.Frame.Params.IsEmpty)
        {
            return MethodCatalog.RequiredScopes(request.Frame.Method, default);
        }

        using var parameters = JsonDocument.Parse(request.Frame.Params);
        return MethodCatalog.RequiredScopes(request.Frame.Method, parameters.RootElement);
    }
}
