package lurewatch.searchcli.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MerkleTreeTest {
    private static final HexFormat HEX = HexFormat.of();

    /// The leaves and roots that implementations of RFC 6962 are held to.
    private static final String[] LEAVES = {
        "",
        "00",
        "10",
        "2021",
        "3031",
        "40414243",
        "5051525354555657",
        "606162636465666768696a6b6c6d6e6f"
    };

    private static MerkleTree tree(int size) {
        MerkleTree tree = new MerkleTree();
        for (int i = 0; i < size; i++) {
            tree.add(MerkleTree.leaf(HEX.parseHex(LEAVES[i])));
        }
        return tree;
    }

    @ParameterizedTest
    @CsvSource({
        "0, e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "1, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "2, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "3, aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "4, d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "5, 4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "6, 76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "7, ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "8, 5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    })
    void hasTheRootsOfTheStandard(int size, String root) {
        assertThat(HEX.formatHex(tree(size).root())).isEqualTo(root);
    }

    @Test
    void leadsFromEveryLeafOfEveryTreeToItsRootAndFromNoOther() {
        MerkleTree tree = new MerkleTree();
        for (int size = 1; size <= 70; size++) {
            tree.keep(size - 1);
            tree.add(MerkleTree.leaf(Integer.toString(size).getBytes(StandardCharsets.UTF_8)));
            for (int i = 0; i < size; i++) {
                assertThat(MerkleTree.lead(tree.at(i), tree.path(i))).isEqualTo(tree.root());
                int other = (i + 1) % size;
                if (other != i) {
                    assertThat(MerkleTree.lead(tree.at(other), tree.path(i)))
                            .isNotEqualTo(tree.root());
                }
            }
        }
    }

    /// Also in the trees over its first lines alone. Where every way hashed the whole ledger anew,
    /// a pack of fifty thousand postings was never sealed.
    @Test
    void leadsFromEveryLeafOfALongLedger() {
        MerkleTree tree = new MerkleTree();
        int size = 20_000;
        for (int i = 0; i < size; i++) {
            tree.keep(i);
            tree.add(MerkleTree.leaf(Integer.toString(i).getBytes(StandardCharsets.UTF_8)));
        }
        byte[] root = tree.root();
        byte[] earlier = tree.root(size - 777);
        for (int i = 0; i < size - 777; i++) {
            assertThat(MerkleTree.lead(tree.at(i), tree.path(i))).isEqualTo(root);
            assertThat(MerkleTree.lead(tree.at(i), tree.path(i, size - 777))).isEqualTo(earlier);
        }
    }

    /// Of ten million lines, of which a pack names some, a launcher's heap holds the tree.
    @Test
    void keepsOnlyWhatIsAskedFor() {
        MerkleTree all = new MerkleTree();
        MerkleTree some = new MerkleTree();
        int size = 1_000;
        int stamped = 517;
        some.keep(stamped - 1);
        for (int i = 0; i < size; i++) {
            all.keep(i);
            if (i % 100 == 3) {
                some.keep(i);
            }
            byte[] leaf = MerkleTree.leaf(Integer.toString(i).getBytes(StandardCharsets.UTF_8));
            all.add(leaf);
            some.add(leaf);
        }
        assertThat(some.root()).isEqualTo(all.root());
        assertThat(some.root(stamped)).isEqualTo(all.root(stamped));
        for (int i = 3; i < size; i += 100) {
            assertThat(MerkleTree.lead(some.at(i), some.path(i))).isEqualTo(all.root());
            if (i < stamped) {
                assertThat(MerkleTree.lead(some.at(i), some.path(i, stamped)))
                        .isEqualTo(all.root(stamped));
            }
        }
        assertThatThrownBy(() -> some.at(50)).hasMessageContaining("was not kept");
    }
}
