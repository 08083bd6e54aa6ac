using nanoFramework.TestFramework;
using SwapEdge.Firmware;

namespace SwapEdge.DeviceTests
{
    /// <summary>The device prints an enum as its number, so names are texts of ours, by number.</summary>
    [TestClass]
    public static class EnumTextTests
    {
        [TestMethod]
        public static void Every_phase_has_a_name_of_its_own()
        {
            for (int i = 0; i < SwapTable.Phases; i++)
            {
                string name = PhaseText.Of((Phase)i);
                Assert.IsTrue(name.Length > 0, i.ToString());
                for (int j = 0; j < i; j++)
                {
                    Assert.IsFalse(name == PhaseText.Of((Phase)j), name);
                }

                OutputHelper.WriteLine(i.ToString() + " " + name);
            }
        }

        [TestMethod]
        public static void A_phase_is_named_by_its_number()
        {
            Assert.AreEqual("Idle", PhaseText.Of(Phase.Idle));
            Assert.AreEqual("Unlocking", PhaseText.Of(Phase.Unlocking));
            Assert.AreEqual("Held", PhaseText.Of(Phase.Held));
            Assert.AreEqual("Returning", PhaseText.Of(Phase.Returning));
        }

        [TestMethod]
        public static void An_enum_of_64_bits_keeps_its_upper_half()
        {
            Fact last = (Fact)(1UL << 63);
            Fact both = last | Fact.KeySwitchOn;
            Assert.AreEqual(0x8000000000000001, (ulong)both);
            Assert.IsTrue((both & last) == last && (both & ~last) == Fact.KeySwitchOn);
        }
    }
}
