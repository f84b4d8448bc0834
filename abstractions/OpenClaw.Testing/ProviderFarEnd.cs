using OpenClaw.Agents;

namespace OpenClaw.Testing;

/// <summary>The service a model provider talks to, played by the tests.</summary>
public abstract class ProviderFarEnd : IAsyncDisposable
{
    /// <summary>The entry of <c>models.providers</c> that reaches this far end.</summary>
    public abstract AgentProviderSettings Settings { get; }

    /// <summary>Lets the next call be answered.</summary>
    /// <param name="text">The answer.</param>
    public abstract void AnswerNext(string text);

    /// <summary>Lets the next call be refused because of its key.</summary>
    public abstract void RefuseNext();

    /// <summary>Lets the next call begin with a text and then say nothing more.</summary>
    /// <param name="text">How the answer begins.</param>
    public abstract void StallNext(string text);

    /// <summary>Ends the far end.</summary>
    public abstract ValueTask DisposeAsync();
}
