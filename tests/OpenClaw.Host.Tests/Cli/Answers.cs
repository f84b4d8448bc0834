
namespace OpenClaw.Host.Tests.Cli;

/// <summary>Scripts for the fake gateway.</summary>
internal static class Answers
{
    /// <summary>Answers every request by its method; a method that is not listed is unknown.</summary>
    public static Func<FakePeer, Task> To(params (string Method, string Payload)[] payloads) => async peer =>
    {
        await peer.AcceptAsync();
        while (true)
        {
            var request = await peer.ReadAsync();
            var method = request.GetProperty("method").GetString();
            if (payloads.FirstOrDefault(known => known.Method == method) is { Method: not null } known)
            {
                await peer.RespondAsync(request, known.Payload);
            }
            else
            {
                await peer.FailAsync(request, $$"""{"code":"INVALID_REQUEST","message":"unknown method: {{method}}"}""");
            }
        }
    };
}
