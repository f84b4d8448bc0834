using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;

namespace OpenClaw.Host.Hosting;

/// <summary>Recognises why the listener could not be opened.</summary>
internal static class ListenFailure
{
    public static bool IsPortTaken(Exception exception) =>
        exception is IOException { InnerException: AddressInUseException } || SocketErrorOf(exception) is SocketError.AddressAlreadyInUse;

    /// <summary>Null when the failure has nothing to do with sockets.</summary>
    public static SocketError? SocketErrorOf(Exception exception) =>
        (exception as SocketException ?? exception.InnerException as SocketException)?.SocketErrorCode;
}
