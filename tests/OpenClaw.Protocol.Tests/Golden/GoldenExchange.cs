namespace OpenClaw.Protocol.Tests.Golden;

/// <summary>A recorded request with one of its answers.</summary>
internal sealed record GoldenExchange(GoldenEntry Request, GoldenEntry Response)
{
    public string Method => Request.Text("method")!;
}
