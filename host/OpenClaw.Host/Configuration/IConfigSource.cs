namespace OpenClaw.Host.Configuration;

/// <summary>Gives the snapshot in force. Take it once per request, message or run, and keep to it.</summary>
internal interface IConfigSource
{
    /// <summary>Told after another snapshot was put in force. Handlers return at once.</summary>
    event Action? Changed
    {
        add { }
        remove { }
    }

    OpenClawConfig Current { get; }
}
