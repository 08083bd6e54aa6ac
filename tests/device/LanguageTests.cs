using System;
using nanoFramework.TestFramework;

namespace SwapEdge.DeviceTests
{
    /// <summary>
    /// What device code takes for granted of language and runtime, where interpreters have been wrong.
    /// </summary>
    [TestClass]
    public static class LanguageTests
    {
        private static readonly int[] Order = { First, 2 * First, 3 * First };
        private static readonly int Sum = Order[0] + Order[1] + Order[2];

        private const int First = LanguageSample.Start + 1;
        private const int Least = -2147483648;

        [TestMethod]
        [DataRow(-7, 2, -3, -1)]
        [DataRow(7, -2, -3, 1)]
        [DataRow(-2147483647, 10, -214748364, -7)]
        public static void Division_goes_towards_zero(int value, int by, int quotient, int rest)
        {
            Assert.AreEqual(quotient, value / by);
            Assert.AreEqual(rest, value % by);
            Assert.AreEqual((long)quotient, (long)value / by);
            Assert.AreEqual((long)rest, (long)value % by);
        }

        [TestMethod]
        [DataRow(0)]
        [DataRow(1)]
        [DataRow(31)]
        public static void Shifts_keep_or_drop_the_sign_by_type(int by)
        {
            int negative = Least;
            Assert.AreEqual(-1, (negative >> by) >> (31 - by));
            Assert.AreEqual(1u, ((uint)negative >> by) >> (31 - by));
            long wide = (long)negative << 32;
            Assert.AreEqual(-1L, (wide >> (32 + by)) >> (31 - by));
            Assert.AreEqual(1UL, ((ulong)wide >> (32 + by)) >> (31 - by));
            Assert.AreEqual(1UL << (32 + by), (ulong)(1L << by) << 32);
        }

        [TestMethod]
        [DataRow(300, 44, 44)]
        [DataRow(-1, 255, -1)]
        [DataRow(128, 128, -128)]
        public static void A_cast_keeps_the_low_bits(int value, int unsigned, int signed)
        {
            Assert.AreEqual(unsigned, (byte)value);
            Assert.AreEqual(signed, (sbyte)value);
            Assert.AreEqual(value, (int)(((long)value << 32) >> 32));
            Assert.AreEqual((long)value, (long)(ulong)(long)value);
            Assert.AreEqual(value, (int)(uint)value);
            Assert.AreEqual(value < 0 ? 4294967296L + value : value, (long)(uint)value);
        }

        [TestMethod]
        public static void Sums_and_products_wrap()
        {
            int most = 0x7FFFFFFF;
            Assert.AreEqual(Least, most + 1);
            uint prime = 16777619;
            Assert.AreEqual(84696351u, 2166136261u * prime);
            ulong none = prime - prime;
            Assert.AreEqual(0xFFFFFFFFFFFFFFFF, none - 1);
            Assert.AreEqual(4611686014132420609L, (long)most * most);
        }

        [TestMethod]
        public static void Unsigned_numbers_compare_unsigned()
        {
            uint high = 0x80000000;
            ulong higher = 0x8000000000000000;
            bool greater = high > 1;
            bool highest = higher > high;
            Assert.IsTrue(greater && highest && high >= 0x7FFFFFFF && !(higher < 1));
            Assert.IsTrue((int)high < 0 && (long)higher < 0);
        }

        [TestMethod]
        public static void A_copy_within_an_array_moves_every_element_once()
        {
            byte[] data = Hex.Bytes("0102030405");
            Array.Copy(data, 0, data, 1, 4);
            Assert.AreEqual("0101020304", Hex.Text(data, 0, 5));
            Array.Copy(data, 2, data, 0, 3);
            Assert.AreEqual("0203040304", Hex.Text(data, 0, 5));
            Array.Clear(data, 1, 2);
            Assert.AreEqual("0200000304", Hex.Text(data, 0, 5));
        }

        [TestMethod]
        public static void Static_initialisers_of_a_type_run_in_order_and_a_constant_of_another_is_there()
        {
            Assert.AreEqual(6 * First, Sum);
            Assert.AreEqual(42, First);
        }

        [TestMethod]
        public static void Texts_are_equal_by_their_letters()
        {
            string made = new string(new char[] { 'b', 'a', 'y' });
            Assert.IsTrue(made == "bay");
            Assert.IsTrue(made.StartsWith("ba") && !made.StartsWith("bays"));
            string none = new LanguageSample(0).Text;
            Assert.AreEqual("bay-7", made + none + (-7).ToString());
            Assert.AreEqual("-2147483648", Least.ToString());
            Assert.AreEqual(2, Index(made));
            Assert.AreEqual(-1, Index(made + "s"));
        }

        [TestMethod]
        public static void A_text_that_was_never_set_is_null_and_so_is_an_object_in_an_array()
        {
            LanguageSample sample = new LanguageSample(1);
            bool noText = sample.Text == null;
            byte[][] files = new byte[2][];
            bool noFile = files[1] == null;
            Assert.IsTrue(noText && noFile);

            // Not so for an element that nothing was ever put into: the gate refuses such an array.
            string[] texts = { "a", sample.Text };
            Assert.IsTrue(IsNone(texts[1]) && !IsNone(texts[0]));
        }

        [TestMethod]
        public static void A_copy_of_an_object_has_its_numbers_and_shares_its_arrays()
        {
            LanguageSample sample = new LanguageSample(5);
            LanguageSample copy = sample.Copy();
            sample.Number = 6;
            sample.Numbers[0] = 9;
            Assert.AreEqual(5, copy.Number);
            Assert.AreEqual(9, copy.Numbers[0]);
        }

        [TestMethod]
        public static void A_reference_to_an_element_and_to_a_field_writes_there()
        {
            LanguageSample sample = new LanguageSample(1);
            sample.Take(ref sample.Numbers[1], out sample.Number);
            Assert.AreEqual(1, sample.Numbers[1]);
            Assert.AreEqual(7, sample.Number);
        }

        [TestMethod]
        public static void What_is_wrong_is_thrown_and_what_is_finally_runs()
        {
            Assert.AreEqual("caught 0, finally", Try(0));
            Assert.AreEqual("caught 1, finally", Try(1));
            Assert.AreEqual("caught 2, finally", Try(2));
            Assert.AreEqual("none, finally", Try(3));
        }

        [TestMethod]
        public static void A_list_of_texts_is_searched_by_a_switch()
        {
            Assert.AreEqual(1, LanguageSample.NumberOf("lane"));
            Assert.AreEqual(8, LanguageSample.NumberOf("eighth"));
            Assert.AreEqual(0, LanguageSample.NumberOf("Lane"));
        }

        private static bool IsNone(string text)
        {
            return text == null;
        }

        private static int Index(string text)
        {
            string[] texts = { "lane", "cabinet", "bay" };
            for (int i = 0; i < texts.Length; i++)
            {
                if (texts[i] == text)
                {
                    return i;
                }
            }

            return -1;
        }

        private static string Try(int what)
        {
            string told = "none";
            int[] numbers = new int[1];
            LanguageSample sample = what == 1 ? null : new LanguageSample(0);
            try
            {
                numbers[what == 0 ? 1 : 0] = sample.Number;
                told = what == 2 ? (1 / numbers[0]).ToString() : told;
            }
            catch (Exception)
            {
                told = "caught " + what.ToString();
            }
            finally
            {
                told += ", finally";
            }

            return told;
        }
    }
}
