using System.Globalization;
using System.Text;
using OpenClaw.Host.IntegrationTests.Hosting;
using OpenClaw.Surfaces;
using OpenClaw.TestKit.Chat;

namespace OpenClaw.Host.IntegrationTests.Channels;

/// <summary>A channel whose platform brings its messages and signs them, as the sample does it.</summary>
public sealed class SignedChannelTests
{
    private const string Secret = "shared-secret-of-this-test-42";

    [Fact]
    [Trait("Threat", "CH-04")]
    [Trait("Threat", "CH-06")]
    [Trait("Threat", "CH-08")]
    [Trait("Threat", "CH-09")]
    public async Task Only_what_is_signed_as_it_is_and_now_is_taken_and_the_same_event_once()
    {
        await using var chat = await FakeChatServer.StartAsync();
        using var folder = new GatewayFolder();
        folder.WriteConfig(
            $$$$"""
            {"gateway":{"mode":"local","auth":{"mode":"token","token":"{{{{GatewayFolder.Token}}}}"}},
             "channels":{"http-chat":{"url":"{{{{chat.Url}}}}","dmPolicy":"allowlist","allowFrom":["alice"],"webhookSecret":"{{{{Secret}}}}"}}}
            """);
        folder.AddSample("http-chat");
        await using var gateway = await GatewayProcess.StartAsync(folder);
        await using var talk = await gateway.ConnectAsync();
        while ((await talk.AskAsync("channels.status")).GetProperty("channelAccounts").GetProperty("http-chat")[0].GetProperty("lifecycle").GetString() != "ready")
            await Task.Delay(50);
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{gateway.Port}/") };
        var now = Now();
        const string Body = """{"messages":[{"chat":"alice","sender":"alice","text":"signed hello","sentAt":1000}]}""";
        var signature = WebhookSignature.Sign(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes(Body), now);

        Assert.Equal(401, await PostAsync(http, Body, null, now));
        Assert.Equal(401, await PostAsync(http, Body, "", now));
        Assert.Equal(401, await PostAsync(http, Body.Replace("hello", "hellO", StringComparison.Ordinal), signature, now));
        Assert.Equal(401, await PostAsync(http, Body + " ", signature, now));
        Assert.Equal(401, await PostAsync(http, Body, signature, null));
        Assert.Equal(401, await PostAsync(http, Body, Sign(Body, Now(-600)), Now(-600)));
        Assert.Equal(401, await PostAsync(http, Body, Sign(Body, Now(600)), Now(600)));
        Assert.Equal(400, await PostAsync(http, "{", Sign("{", now), now));
        Assert.Equal(200, await PostAsync(http, Body, signature, now));
        Assert.Equal(200, await PostAsync(http, Body, signature.ToUpperInvariant(), now));
        Assert.Equal(200, await PostAsync(http, Body, Convert.ToBase64String(Convert.FromHexString(signature)), now));
        const string Other = """{"messages":[{"chat":"alice","sender":"alice","text":"and another","sentAt":2000}]}""";
        Assert.Equal(200, await PostAsync(http, Other, Sign(Other, now), now));

        var shown = await chat.ShownAsync(2);
        Assert.Single(shown, static one => one.Text.Contains("said: \"signed hello", StringComparison.Ordinal));
        Assert.DoesNotContain(Secret, gateway.Output + gateway.Error, StringComparison.Ordinal);
    }

    private static string Sign(string body, string timestamp) => WebhookSignature.Sign(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes(body), timestamp);

    private static string Now(int seconds = 0) => DateTimeOffset.UtcNow.AddSeconds(seconds).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    private static async Task<int> PostAsync(HttpClient http, string body, string? signature, string? timestamp)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("http-chat", UriKind.Relative)) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (signature is not null)
            request.Headers.TryAddWithoutValidation("X-Signature", signature);
        if (timestamp is not null)
            request.Headers.TryAddWithoutValidation("X-Timestamp", timestamp);
        using var response = await http.SendAsync(request);
        return (int)response.StatusCode;
    }
}
