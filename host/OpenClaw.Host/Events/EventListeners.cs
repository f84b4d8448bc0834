namespace OpenClaw.Host.Events;

/// <summary>Who gets an event, beside what scopes say.</summary>
internal enum EventListeners
{
    Everyone = 0,

    /// <summary>Connections that listen to the event's session, or to all of them.</summary>
    OfTheSession,

    /// <summary>Connections that listen to the list of sessions.</summary>
    OfTheList,
}
