namespace OpenClaw.Host.Sessions.Lives;

/// <summary>Wants to know when conversations begin and end.</summary>
internal interface ISessionWatcher
{
    /// <summary>Whether it is worth finding out.</summary>
    bool Watches { get; }

    /// <summary>The change is stored. Returns at once.</summary>
    void Turned(SessionTurn turn);
}
