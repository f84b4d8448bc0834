using System.Text;
using OpenClaw.Surfaces;

namespace OpenClaw.Abstractions.Tests.Surfaces;

/// <summary>Requests that are signed over their bodies.</summary>
public sealed class WebhookSignatureTests
{
    private const string Body = """{"id":"e1","text":"hello"}""";
    private const string Signed = "1750000000";
    private static readonly byte[] Secret = Encoding.UTF8.GetBytes("a-secret-of-the-webhook");
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1_750_000_000);

    [Fact]
    public void What_was_signed_is_taken() => Assert.True(IsValid(Body, Sign(Body)));

    [Theory]
    [Trait("Threat", "CH-04")]
    [InlineData("""{"id":"e1","text":"hellp"}""")]
    [InlineData("""{"id":"e1", "text":"hello"}""")]
    [InlineData("""{"text":"hello","id":"e1"}""")]
    [InlineData("""{"id":"e1","text":"hello"}""" + "\n")]
    [InlineData("")]
    public void A_body_that_was_touched_is_refused(string body) => Assert.False(IsValid(body, Sign(Body)));

    [Theory]
    [Trait("Threat", "CH-01")]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("sha256=")]
    [InlineData("00")]
    [InlineData("zz00000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    public void Without_the_right_signature_nothing_is_taken(string? signature) => Assert.False(IsValid(Body, signature));

    [Theory]
    [Trait("Threat", "CH-06")]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("now")]
    [InlineData("1749999699")]
    [InlineData("1750000301")]
    [InlineData("-1750000000")]
    [InlineData("1750000000.0")]
    [InlineData(" 1750000000")]
    [InlineData("99999999999999999999")]
    [InlineData("1750000000000")]
    public void A_time_that_is_old_or_to_come_or_none_is_refused_though_it_is_signed(string? timestamp) =>
        Assert.False(WebhookSignature.IsValid(Secret, Bytes(Body), WebhookSignature.Sign(Secret, Bytes(Body), timestamp is { Length: > 0 } ? timestamp : "0"), timestamp, Now));

    [Theory]
    [Trait("Threat", "CH-06")]
    [InlineData("1749999700")]
    [InlineData("1750000300")]
    public void Clocks_may_differ_by_five_minutes(string timestamp) =>
        Assert.True(WebhookSignature.IsValid(Secret, Bytes(Body), WebhookSignature.Sign(Secret, Bytes(Body), timestamp), timestamp, Now));

    [Fact]
    [Trait("Threat", "CH-08")]
    public void Another_way_to_write_the_signature_is_the_same_event()
    {
        var hash = Convert.FromHexString(Sign(Body));
        var base64 = Convert.ToBase64String(hash);
        string[] written = [Sign(Body), Sign(Body).ToUpperInvariant(), $"sha256={Sign(Body)}", base64, base64.TrimEnd('='), $"v1={base64.Replace('+', '-').Replace('/', '_')}"];

        Assert.All(written, signature => Assert.True(IsValid(Body, signature), signature));
        Assert.Single(written.Select(static _ => WebhookSignature.EventKey("e1", "default", "7", Now, Bytes(Body))).Distinct());
    }

    [Fact]
    [Trait("Threat", "CH-09")]
    public void An_event_without_an_id_is_known_by_account_sender_time_and_content()
    {
        var key = Key();

        Assert.Equal(key, Key());
        Assert.Equal(6, new[] { key, Key(account: "other"), Key(sender: "8"), Key(moment: Now.AddMilliseconds(1)), Key(content: "bye"), Key(id: "e1") }.Distinct().Count());
        Assert.NotEqual(Key(account: "a1", sender: "7"), Key(account: "a", sender: "17"));
        Assert.InRange(key.Length, 1, 512);
    }

    [Fact]
    [Trait("Threat", "CH-03")]
    public void Without_a_secret_nothing_is_valid() =>
        Assert.False(WebhookSignature.IsValid([], Bytes(Body), WebhookSignature.Sign([], Bytes(Body), Signed), Signed, Now));

    private static string Key(string? id = null, string account = "default", string sender = "7", DateTimeOffset? moment = null, string content = "hello") =>
        WebhookSignature.EventKey(id, account, sender, moment ?? Now, Bytes(content));

    private static bool IsValid(string body, string? signature) => WebhookSignature.IsValid(Secret, Bytes(body), signature, Signed, Now);

    private static string Sign(string body) => WebhookSignature.Sign(Secret, Bytes(body), Signed);

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
