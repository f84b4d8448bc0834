using static OpenClaw.Protocol.Catalog.MethodEntries;
using static OpenClaw.Protocol.Catalog.MethodTraits;
using static OpenClaw.Protocol.ProtocolVersions;

namespace OpenClaw.Protocol.Catalog.Methods;

/// <summary>Speech in both directions.</summary>
internal static class TalkMethods
{
    public static readonly MethodEntry[] All =
    [
        Read("talk.catalog", 2, V4),
        Read("talk.config", 2, V4, ByParameters),
        Talk("talk.mode", 2, V3),
        Talk("talk.speak", 2, V4),
        Write("tts.convert", 2, V3),
        Write("tts.disable", 2, V3),
        Write("tts.enable", 2, V3),
        Read("tts.providers", 2, V3),
        Write("tts.setProvider", 2, V3),
        Write("tts.speak", 2, V4),
        Read("tts.status", 2, V3),
        Talk("talk.client.close", 3, V4),
        Talk("talk.client.create", 3, V4),
        Talk("talk.client.steer", 3, V4),
        Talk("talk.client.toolCall", 3, V4),
        Talk("talk.client.transcript", 3, V4),
        Talk("talk.session.acknowledgeMark", 3, V4),
        Talk("talk.session.appendAudio", 3, V4),
        Talk("talk.session.cancelOutput", 3, V4),
        Talk("talk.session.close", 3, V4),
        Talk("talk.session.create", 3, V4),
        Talk("talk.session.steer", 3, V4),
        Talk("talk.session.submitToolResult", 3, V4),
        Talk("talk.voice.complete", 3, V4),
        Talk("talk.voice.get", 3, V4),
        Talk("talk.voice.set", 3, V4),
        Read("tts.personas", 3, V4),
        Write("tts.setPersona", 3, V4),
    ];
}
