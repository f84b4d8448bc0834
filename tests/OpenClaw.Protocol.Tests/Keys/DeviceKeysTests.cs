using OpenClaw.Protocol.Keys;

namespace OpenClaw.Protocol.Tests.Keys;

public sealed class DeviceKeysTests
{
    private const string Key = "A6EHv_POEL4dcN0Y50vAmWfk1jCbpQ1fHdyGZBJVMbg";

    [Theory]
    [InlineData(Key)]
    [InlineData(Key + "=")]
    [InlineData("A6EHv/POEL4dcN0Y50vAmWfk1jCbpQ1fHdyGZBJVMbg=")]
    [InlineData("A6EHv/POEL4dcN0Y50vAmWfk1jCbpQ1fHdyGZBJVMbg")]
    [InlineData("-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEAA6EHv/POEL4dcN0Y50vAmWfk1jCbpQ1fHdyGZBJVMbg=\n-----END PUBLIC KEY-----\n")]
    public void The_spellings_of_known_clients_are_read_and_written_in_one(string text)
    {
        var bytes = new byte[32];
        Assert.True(DeviceKeys.TryReadPublicKey(text.TrimEnd('\n'), bytes));
        Assert.Equal(Key, DeviceKeys.Encode(bytes));
        Assert.Equal("56475aa75463474c0285df5dbf2bcab73da651358839e9b77481b2eab107708c", DeviceKeys.IdOf(bytes));
    }

    [Theory]
    [Trait("Threat", "AUTH-19")]
    [InlineData("")]
    [InlineData("A6EHv_POEL4dcN0Y50vAmWfk1jCbpQ1fHdyGZBJVMbh")]
    [InlineData("A6EHv_POEL4dcN0Y50vAmWfk1jCbpQ1fHdyGZBJVMbg==")]
    [InlineData(" A6EHv_POEL4dcN0Y50vAmWfk1jCbpQ1fHdyGZBJVMbg")]
    [InlineData("A6EHv_POEL4dcN0Y50vAmWfk1jCbpQ1fHdyGZBJVMb\n")]
    [InlineData("A6EHv/POEL4dcN0Y50v_mWfk1jCbpQ1fHdyGZBJVMbg")]
    [InlineData("A6EHv_POEL4dcN0Y50vAmWfk1jCbpQ1fHdyGZBJVMQ")]
    [InlineData("A6EHv_POEL4dcN0Y50vAmWfk1jCbpQ1fHdyGZBJVMbgAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("7f________________________________________8")]
    [InlineData("-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VuAyEAA6EHv/POEL4dcN0Y50vAmWfk1jCbpQ1fHdyGZBJVMbg=\n-----END PUBLIC KEY-----")]
    public void Anything_else_is_no_key(string text) => Assert.False(DeviceKeys.TryReadPublicKey(text, new byte[32]));
}
