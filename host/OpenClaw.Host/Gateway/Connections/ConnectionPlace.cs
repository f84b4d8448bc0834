namespace OpenClaw.Host.Gateway.Connections;

/// <summary>The place one socket takes in the <see cref="ConnectionBudget"/>, given back when disposed.</summary>
internal sealed class ConnectionPlace(ConnectionBudget budget, string address) : IDisposable
{
    private bool _authenticated;
    private bool _left;

    /// <summary>The socket no longer counts among the strangers of its address.</summary>
    public void MarkAuthenticated()
    {
        if (!_authenticated)
        {
            _authenticated = true;
            budget.Authenticated(address);
        }
    }

    public void Dispose()
    {
        if (!_left)
        {
            _left = true;
            MarkAuthenticated();
            budget.Left();
        }
    }
}
