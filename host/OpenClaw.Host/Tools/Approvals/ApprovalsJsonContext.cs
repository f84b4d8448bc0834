using System.Text.Json.Serialization;
using OpenClaw.Host.Tools.Approvals.Documents;
using OpenClaw.Host.Tools.Approvals.Rpc;

namespace OpenClaw.Host.Tools.Approvals;

/// <summary>JSON of approvals. Nulls are written, unless a member says otherwise: that is how clients know these shapes.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(Approval))]
[JsonSerializable(typeof(ApprovalRequestedEvent))]
[JsonSerializable(typeof(LegacyApprovalRequestedEvent))]
[JsonSerializable(typeof(ApprovalResolvedEvent))]
[JsonSerializable(typeof(LegacyApprovalResolvedEvent))]
[JsonSerializable(typeof(ExecApprovalRequestParams))]
[JsonSerializable(typeof(ExecApprovalIdParams))]
[JsonSerializable(typeof(ExecApprovalWaitParams))]
[JsonSerializable(typeof(ExecApprovalResolveParams))]
[JsonSerializable(typeof(ApprovalAccepted))]
[JsonSerializable(typeof(ApprovalAnswer))]
[JsonSerializable(typeof(ApprovalRow))]
[JsonSerializable(typeof(IReadOnlyList<ApprovalRow>))]
[JsonSerializable(typeof(ApprovalView))]
[JsonSerializable(typeof(ApprovalErrorDetails))]
[JsonSerializable(typeof(ApprovalDone))]
[JsonSerializable(typeof(ExecApprovalsSetParams))]
[JsonSerializable(typeof(ExecApprovalsResult))]
[JsonSerializable(typeof(ApprovalsDocument))]
internal sealed partial class ApprovalsJsonContext : JsonSerializerContext;
