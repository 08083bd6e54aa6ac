using SwapEdge.Firmware;
using SwapEdge.Protocol;
using SwapEdge.Simulator;

namespace SwapEdge.Tests.Simulator;

/// <summary>Doors and line of the simulated cabinet.</summary>
public sealed class CabinetWorldTests
{
    private readonly CabinetDoorway _door = new(1);
    private readonly DoorInputs _inputs = new();

    [Fact]
    public void A_coil_draws_the_bolt_and_the_spring_opens_the_door()
    {
        _door.Coil = true;
        Advance(50);
        Assert.True(_door.Latched);
        Advance(100);
        Assert.False(_door.Latched);
        Advance(600);
        Assert.Equal(1, _door.Opening);
    }

    [Fact]
    public void A_door_that_is_pushed_shut_does_not_catch_while_the_coil_is_on()
    {
        _door.Coil = true;
        Advance(800);
        _door.Shut();
        Advance(1_000);
        Assert.False(_door.Latched);
        _door.Coil = false;
        Advance(100);
        Assert.True(_door.Latched);
    }

    [Fact]
    public void A_jammed_door_stays_shut()
    {
        _door.Jammed = true;
        _door.Coil = true;
        Advance(2_000);
        Assert.True(_door.Latched);
    }

    [Fact]
    public void A_pack_that_is_pushed_in_is_for_a_while_neither_here_nor_away()
    {
        _door.Pack = Stored(0.5);
        _door.Slide = 1;
        Advance(700);
        _door.Sense(_inputs);
        Assert.Equal((false, false), (_inputs.PackPresent, _inputs.BayClear));
        Advance(1_000);
        _door.Sense(_inputs);
        Assert.Equal((true, false), (_inputs.PackPresent, _inputs.BayClear));
    }

    [Fact]
    public void A_charger_gives_current_only_while_its_contactor_is_closed()
    {
        _door.Pack = Stored(0.5);
        _door.Depth = 1;
        _door.ChargePermitted = true;
        Advance(200);
        Assert.Equal(0, _door.CurrentA);
        Advance(300);
        Assert.InRange(_door.CurrentA, 5, 15);
        _door.ChargePermitted = false;
        Advance(300);
        Assert.Equal(0, _door.CurrentA);
        _door.Sense(_inputs);
        Assert.True(_inputs.ContactorOpen);
    }

    [Fact]
    public void A_bms_that_sleeps_misses_the_first_question_and_answers_the_second()
    {
        CabinetPack pack = Stored(0.5);
        byte[] answer = new byte[Jbd.Room];
        Assert.Equal(0, pack.Answer(Jbd.BasicRegister, 100, answer));
        int length = pack.Answer(Jbd.BasicRegister, 400, answer);
        JbdFramer framer = new();
        framer.Accept(answer, 0, length, 400);
        JbdBms bms = new();
        Assert.Equal(DecodeResult.Ok, bms.Accept(framer.Frame, 400));
        Assert.Equal(500, JbdBasic.ChargePermille.Read(bms.Basic.Data));
    }

    [Fact]
    public void An_answer_comes_byte_after_byte_at_9600_baud_and_is_lost_when_the_line_is_switched()
    {
        _door.Pack = Stored(0.5);
        _door.Depth = 1;
        CabinetLine line = new([_door, new CabinetDoorway(2)]);
        byte[] question = new byte[Jbd.Overhead];
        byte[] answer = new byte[Jbd.Room];
        int length = Jbd.WriteRequest(Jbd.BasicRegister, question, 0);
        line.Select(0);
        Run(line, 0, 50);
        line.Write(question, 0, length);
        Run(line, 50, 400);
        line.Write(question, 0, length);
        Run(line, 400, 440);
        Assert.InRange(line.Read(answer, 0, answer.Length), 1, 20);
        Run(line, 440, 500);
        line.Select(1);
        Assert.Equal(0, line.Read(answer, 0, answer.Length));
    }

    private static void Run(CabinetLine line, long fromMs, long toMs)
    {
        for (long nowMs = fromMs; nowMs <= toMs; nowMs += World.StepMs)
        {
            line.Advance(nowMs);
        }
    }

    private void Advance(int milliseconds)
    {
        for (int passed = 0; passed < milliseconds; passed += World.StepMs)
        {
            _door.Advance(World.StepMs, 20);
        }
    }

    private static CabinetPack Stored(double soc)
    {
        PackIdentity identity = PackIdentity.Numbered(1_234_567);
        PackParameters parameters = CabinetPlan.Demonstration(new Prng(1)).Pack;
        return new CabinetPack(new Pack(identity, parameters, soc, 24, new Prng(2)), identity.Code);
    }
}
