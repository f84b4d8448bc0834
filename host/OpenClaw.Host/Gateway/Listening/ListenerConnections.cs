using System.Collections.Concurrent;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Features;

namespace OpenClaw.Host.Gateway.Listening;

/// <summary>
/// Every TCP connection of the listener, with or without a request on it. The server waits for all of them when it stops, also for
/// one whose sender never finishes its headers; those are cut off here. Bounded by the server's own connection limit.
/// </summary>
internal sealed class ListenerConnections
{
    private readonly ConcurrentDictionary<ConnectionContext, byte> _open = [];

    public async Task ServeAsync(ConnectionContext connection, ConnectionDelegate next)
    {
        _open[connection] = 0;
        try
        {
            await next(connection);
        }
        finally
        {
            _open.TryRemove(connection, out _);
        }
    }

    /// <summary>Notes for as long as it runs that the connection is at a request.</summary>
    public static async Task ServeRequestAsync(HttpContext context, RequestDelegate next)
    {
        var items = context.Features.GetRequiredFeature<IConnectionItemsFeature>().Items;
        items[typeof(ListenerConnections)] = context;
        try
        {
            await next(context);
        }
        finally
        {
            items.Remove(typeof(ListenerConnections));
        }
    }

    /// <summary>Cuts off everybody who is between two requests, or keeps one from beginning or ending.</summary>
    public void AbortIdle()
    {
        foreach (var (connection, _) in _open)
        {
            if (!connection.Items.ContainsKey(typeof(ListenerConnections)))
            {
                connection.Abort(new ConnectionAbortedException("The gateway stops."));
            }
        }
    }
}
