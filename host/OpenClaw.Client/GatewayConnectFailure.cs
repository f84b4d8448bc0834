namespace OpenClaw.Client;

/// <summary>Why no connection came about.</summary>
public enum GatewayConnectFailure
{
    /// <summary>Nothing listens at the address, or no route leads there.</summary>
    Unreachable,

    /// <summary>Something listens, but hello did not come in time.</summary>
    TimedOut,

    /// <summary>What answered is no gateway, or it refused the upgrade.</summary>
    NotAGateway,

    /// <summary>The credentials are missing or wrong.</summary>
    Unauthorized,

    /// <summary>The gateway wants a paired device identity.</summary>
    NotPaired,

    /// <summary>Client and gateway share no protocol generation.</summary>
    ProtocolMismatch,

    /// <summary>The gateway is starting, draining or busy; a later attempt may succeed.</summary>
    Unavailable,

    /// <summary>The gateway refused for another reason.</summary>
    Refused,
}
