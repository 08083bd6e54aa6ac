using SwapEdge.Firmware;
using SwapEdge.Protocol;
using Contract = SwapEdge.City.V1;

namespace SwapEdge.Tests.City;

public class ContractTests
{
    [Fact]
    public void Enums_of_the_contract_are_those_of_the_device()
    {
        AssertSame<Contract.TimeQuality, TimeQuality>();
        AssertSame<Contract.EventKind, EventKind>();
        AssertSame<Contract.NodeKind, NodeKind>();
        AssertSame<Contract.SignedKind, SignedKind>();
        AssertSame<Contract.SwapResult, SwapResult>();
        AssertSame<Contract.Issuer, Issuer>();
        AssertSame<Contract.AuditAction, AuditAction>();
        AssertSame<Contract.OperatorRequest, OperatorRequest>();
        AssertSame<Contract.Phase, Phase>();
        AssertSame<Contract.Fault, Fault>();
        AssertSame<Contract.PackWarning, PackWarning>();
        AssertSame<Contract.LaneWarning, LaneWarning>();
        AssertSame<Contract.PackFinding, PackFinding>();
        AssertSame<Contract.ChoiceReason, ChoiceReason>();
        AssertSame<Contract.PassedOver, PassedOver>();
        AssertSame<Contract.ChargeFault, ChargeFault>();
        AssertSame<Contract.ChargeStage, ChargeStage>();
        AssertSame<Contract.PackOwner, PackOwner>();
        AssertSame<Contract.CustodyReason, CustodyReason>();
        AssertSame<Contract.TelemetrySubject, TelemetrySubject>();
        AssertSame<Contract.IsolationReason, IsolationReason>();
        AssertSame<Contract.ResultState, ResultState>();
        AssertSame<Contract.CommandReason, CommandReason>();
        AssertSame<Contract.BayPresence, BayPresence>();
        AssertSame<Contract.NodeWarning, NodeWarning>();
        AssertSame<Contract.SelfTestFinding, SelfTestFinding>();
        AssertSame<Contract.BootReason, BootReason>();
        AssertSame<Contract.BusKind, BusKind>();
        AssertSame<Contract.CommandBody.OperationOneofCase, CommandOperation>();
    }

    private static void AssertSame<TContract, TDevice>()
        where TContract : struct, Enum
        where TDevice : struct, Enum
    {
        Assert.Equal(Names<TDevice>().Replace("0 None", "0 Unspecified", StringComparison.Ordinal),
            Names<TContract>().Replace("0 None", "0 Unspecified", StringComparison.Ordinal));
    }

    private static string Names<T>()
        where T : struct, Enum =>
        string.Join(", ", Enum.GetValues<T>().Select(value => $"{Convert.ToInt64(value)} {value}").Order());
}
