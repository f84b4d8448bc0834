using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace OpenClaw.Channels.Discord.Api;

/// <summary>A body of JSON.</summary>
internal static class JsonBody
{
    public static Func<CancellationToken, ValueTask<HttpContent>> Of(JsonNode content)
    {
        var bytes = Encoding.UTF8.GetBytes(content.ToJsonString());
        return _ =>
        {
            var body = new ByteArrayContent(bytes);
            body.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            return ValueTask.FromResult<HttpContent>(body);
        };
    }
}
