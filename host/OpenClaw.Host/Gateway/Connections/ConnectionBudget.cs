namespace OpenClaw.Host.Gateway.Connections;

/// <summary>How many sockets may be open: in all, before authentication, and before authentication from one address.</summary>
internal sealed class ConnectionBudget(GatewayOptions options)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _unauthenticatedByAddress = new(StringComparer.Ordinal);
    private int _open;
    private int _unauthenticated;

    /// <summary>Takes a place for a new socket, or says why there is none.</summary>
    public ConnectionPlace? TryEnter(string address, out string reason)
    {
        lock (_gate)
        {
            var fromAddress = _unauthenticatedByAddress.GetValueOrDefault(address);
            reason = _open >= options.MaxConnections ? "connections"
                : _unauthenticated >= options.MaxUnauthenticated ? "unauthenticated"
                : fromAddress >= options.MaxUnauthenticatedPerAddress ? "unauthenticated-address"
                : "";
            if (reason.Length > 0)
            {
                return null;
            }

            _open++;
            _unauthenticated++;
            _unauthenticatedByAddress[address] = fromAddress + 1;
            return new ConnectionPlace(this, address);
        }
    }

    internal void Authenticated(string address)
    {
        lock (_gate)
        {
            _unauthenticated--;
            var left = _unauthenticatedByAddress[address] - 1;
            if (left == 0)
            {
                _unauthenticatedByAddress.Remove(address);
            }
            else
            {
                _unauthenticatedByAddress[address] = left;
            }
        }
    }

    internal void Left()
    {
        lock (_gate)
        {
            _open--;
        }
    }
}
