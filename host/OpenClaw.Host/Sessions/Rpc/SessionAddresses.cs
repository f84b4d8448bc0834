using OpenClaw.Host.Rpc;

namespace OpenClaw.Host.Sessions.Rpc;

/// <summary>Understands the session keys of requests.</summary>
internal sealed class SessionAddresses(SessionKeyParser keys)
{
    /// <exception cref="RpcException">The key is malformed or names an unknown agent.</exception>
    public SessionAddress Of(RpcCall call, string? key, string? agentId)
    {
        try
        {
            return keys.Parse(key, agentId);
        }
        catch (SessionKeyException error)
        {
            // A malformed key is reported bare, an unknown agent as a fault of the parameters; clients match on both.
            throw RpcException.InvalidRequest(
                error.Message.StartsWith("malformed", StringComparison.Ordinal) ? error.Message : $"invalid {call.Method} params: {error.Message}");
        }
    }

    /// <summary>As <see cref="Of"/>, and nothing where that fails.</summary>
    public SessionAddress? Try(string key)
    {
        try
        {
            return keys.Parse(key);
        }
        catch (SessionKeyException)
        {
            return null;
        }
    }
}
