namespace OpenClaw.Channels;

/// <summary>What became of a send. A closed family: <see cref="SendAccepted"/>, <see cref="SendRetryable"/>,
/// <see cref="SendRefused"/>, <see cref="SendNotLinked"/> and <see cref="SendUnknown"/>.</summary>
public abstract record SendOutcome
{
    private protected SendOutcome()
    {
    }
}
